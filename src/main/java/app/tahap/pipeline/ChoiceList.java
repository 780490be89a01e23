package app.tahap.pipeline;

import org.jspecify.annotations.Nullable;

/** The lists of what is chosen for deals, such as reasons and sources, and where each is kept. */
enum ChoiceList {
    LOST("outcome_reason", "outcome", "reasons"),
    DISQUALIFIED("outcome_reason", "outcome", "reasons"),
    SOURCE("lead_source", null, "sources"),
    TAG("tag", null, "tags"),
    COMPETITOR("competitor", null, "competitors"),
    PAIN("need", "kind", "needs"),
    NEED("need", "kind", "needs"),
    SIGNAL("closing_signal", null, "signals"),
    OBJECTION("objection_type", null, "objections");

    private final String table;
    private final @Nullable String column;
    private final String menu;

    /** @param column in which a table that holds several lists says of which one a row is, by the list's name */
    ChoiceList(String table, @Nullable String column, String menu) {
        this.table = table;
        this.column = column;
        this.menu = menu;
    }

    String table() {
        return table;
    }

    /** Which of the table's rows belong to the list. */
    String condition() {
        return column == null ? "true" : "%s = '%s'".formatted(column, name());
    }

    /** The column and the value by which a new row belongs to the list, each with a comma behind it; empty for none. */
    String[] belonging() {
        return column == null ? new String[] {"", ""} : new String[] {column + ", ", "'" + name() + "', "};
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

    /** No deal is lost or disqualified without a reason, and no objection is of no type; the others can be done without. */
    boolean mayBeEmpty() {
        return !isOfOutcome() && this != OBJECTION;
    }
}
