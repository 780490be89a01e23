package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That a deal left a stage, by a move or an outcome, from one date to another; both ends count. */
public record StageExit(
        @Nullable Long stage,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
