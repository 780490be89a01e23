package app.tahap.review;

/** In which order a review goes through its deals. The SQL speaks of the columns of {@link ReviewStart}. */
enum ReviewOrder {
    /** Those with most marks first, of these the most valuable. */
    MARKS("cardinality(marks) desc, value desc nulls last, id"),
    AMOUNT("value desc nulls last, id"),
    /** Those nearest to the end of the pipeline first. */
    STAGE("stage_position desc, value desc nulls last, id"),
    EXPECTED("expected_close nulls last, id");

    private final String sql;

    ReviewOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
