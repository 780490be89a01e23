package app.tahap.pipeline;

/** The lists from which a deal's reason, source or tags are chosen, and where each is kept. */
enum ChoiceList {
    LOST("outcome_reason", "outcome = 'LOST'", "reasons"),
    DISQUALIFIED("outcome_reason", "outcome = 'DISQUALIFIED'", "reasons"),
    SOURCE("lead_source", "true", "sources"),
    TAG("tag", "true", "tags");

    private final String table;
    private final String condition;
    private final String menu;

    ChoiceList(String table, String condition, String menu) {
        this.table = table;
        this.condition = condition;
        this.menu = menu;
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
        return "/settings/" + menu;
    }

    /** What that page is called among the settings. */
    String menu() {
        return menu;
    }

    /** Whether its table holds the reasons for several outcomes. */
    boolean isOfOutcome() {
        return this == LOST || this == DISQUALIFIED;
    }

    /** A deal can be without a source or tags, but is never lost or disqualified without a reason. */
    boolean mayBeEmpty() {
        return !isOfOutcome();
    }
}
