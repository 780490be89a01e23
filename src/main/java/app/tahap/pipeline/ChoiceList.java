package app.tahap.pipeline;

/** The lists from which a deal's reason or source is chosen, and where each is kept. */
enum ChoiceList {
    LOST("outcome_reason", "outcome = 'LOST'", "/settings/reasons"),
    DISQUALIFIED("outcome_reason", "outcome = 'DISQUALIFIED'", "/settings/reasons"),
    SOURCE("lead_source", "true", "/settings/sources");

    private final String table;
    private final String condition;
    private final String page;

    ChoiceList(String table, String condition, String page) {
        this.table = table;
        this.condition = condition;
        this.page = page;
    }

    String table() {
        return table;
    }

    /** Which of the table's rows belong to the list. */
    String condition() {
        return condition;
    }

    /** The page on which the list is changed. */
    String page() {
        return page;
    }

    /** A deal can be without a source, but is never lost or disqualified without a reason. */
    boolean mayBeEmpty() {
        return this == SOURCE;
    }
}
