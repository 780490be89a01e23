package app.tahap.deal;

/** The last card that a column showed: more follow after it. */
record CardPosition(String rank, long id) {}
