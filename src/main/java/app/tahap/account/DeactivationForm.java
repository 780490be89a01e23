package app.tahap.account;

import org.jspecify.annotations.Nullable;

/**
 * @param successor who takes the open deals over; needed where there are any
 */
record DeactivationForm(@Nullable Long successor) {}
