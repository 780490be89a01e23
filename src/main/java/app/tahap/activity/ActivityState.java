package app.tahap.activity;

/** What a list of activities is limited to. */
enum ActivityState {
    PLANNED("a.done_at is null"),
    /** Planned, and the time for it is over; what has no time is due until the day ends. */
    OVERDUE("a.done_at is null and " + ActivitySql.OVERDUE),
    DONE("a.done_at is not null");

    private final String condition;

    ActivityState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
