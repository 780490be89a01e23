package app.tahap.deal;

import jakarta.validation.constraints.NotNull;

/** The last card that a column showed: more follow after it. */
record CardPosition(@NotNull String rank, long id) {}
