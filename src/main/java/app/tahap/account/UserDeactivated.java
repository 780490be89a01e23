package app.tahap.account;

import org.jspecify.annotations.Nullable;

/**
 * A user was deactivated. Published within the transaction that does it, so that the open work is handed over with it or
 * not at all.
 *
 * @param successorId who takes the open work over; null where there was none
 * @param administrator who deactivated the user
 */
public record UserDeactivated(long userId, @Nullable Long successorId, Viewer administrator) {}
