package app.tahap.deal;

import app.tahap.account.Viewer;
import java.util.Map;

/**
 * A deal was closed or reopened, or that was taken back. Handled in the same transaction.
 *
 * @param eventId of the event that did it
 * @param outcome as it is now
 * @param told what {@link OutcomeExtension}s asked for when it was closed; empty otherwise
 */
public record OutcomeChanged(long dealId, long eventId, Outcome outcome, Map<String, String> told, Viewer by) {}
