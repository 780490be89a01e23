package app.tahap.deal;

/** By what the list of deals is sorted; the names are those of the page's address. */
enum DealSort {
    TITLE("lower(d.title)"),
    ORGANIZATION("lower(o.name)"),
    STAGE("s.position"),
    AMOUNT("d.amount * " + DealSql.RATE),
    SCORE("d.score"),
    OWNER("lower(u.name)"),
    NEXT("case when d.outcome = 'OPEN' then " + DealSql.NEXT_STEP_DUE + " end"),
    EXPECTED("d.expected_close"),
    CREATED("case when d.created_known then d.created_at end"),
    CLOSED("d.closed_at");

    private final String expression;

    DealSort(String expression) {
        this.expression = expression;
    }

    /** Whether an index has the deals in this order (V0495). */
    boolean isIndexed(boolean descending) {
        return this == CREATED && descending;
    }

    String expression() {
        return expression;
    }

    String sql(boolean descending) {
        String direction = descending ? "desc" : "asc";
        return "%s %s nulls last, d.id %s".formatted(expression, direction, direction);
    }
}
