package app.tahap.contact;

import app.tahap.account.Viewer;

/** One contact was merged into another; whatever belonged to it goes to the other in the same transaction. */
public record ContactMerged(ContactKind kind, long keptId, long mergedId, Viewer by) {}
