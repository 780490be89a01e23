package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That a deal entered a stage, by creation, import or move, from one date to another; both ends count. */
public record StageEntry(
        @Nullable Long stage,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
