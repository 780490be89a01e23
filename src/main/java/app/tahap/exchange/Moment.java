package app.tahap.exchange;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something happened, as a file tells it.
 *
 * @param date in the workspace's time zone
 * @param at the start of that date where no time is told
 */
record Moment(LocalDate date, Instant at) {}
