package app.tahap.activity;

/** The page on which something was asked about an activity, to which the answer leads back. */
enum Origin {
    DEAL,
    DAY,
    LIST;

    /** The page's address. */
    String address(long dealId) {
        return switch (this) {
            case DEAL -> "/deals/" + dealId + "#activities";
            case DAY -> "/my-day";
            case LIST -> "/activities";
        };
    }
}
