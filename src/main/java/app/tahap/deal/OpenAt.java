package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a deal was open at the end of a date.
 *
 * @param stage in which it then was; null for any
 */
public record OpenAt(@Nullable LocalDate on, @Nullable Long stage) {}
