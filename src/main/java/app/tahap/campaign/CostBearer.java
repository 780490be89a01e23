package app.tahap.campaign;

/** What a cost belongs to: a campaign or a lead source. */
record CostBearer(Kind kind, long id) {

    enum Kind {
        CAMPAIGN("campaign_id", "/campaigns/"),
        SOURCE("source_id", "/campaigns/sources/");

        private final String column;
        private final String page;

        Kind(String column, String page) {
            this.column = column;
            this.page = page;
        }
    }

    static CostBearer campaign(long id) {
        return new CostBearer(Kind.CAMPAIGN, id);
    }

    static CostBearer source(long id) {
        return new CostBearer(Kind.SOURCE, id);
    }

    String column() {
        return kind.column;
    }

    /** The page on which its costs stand. */
    public String page() {
        return kind.page + id;
    }
}
