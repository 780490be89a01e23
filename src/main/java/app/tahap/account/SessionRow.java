package app.tahap.account;

import java.time.Instant;

/**
 * A place where a user is logged in.
 *
 * @param current whether it is the one that asks
 */
record SessionRow(Instant startedAt, Instant lastUsedAt, boolean current) {}
