package app.tahap.deal;

/** A deal that was just created, maybe for an organisation that came into being with it. */
record NewDeal(long id, boolean withNewOrganization) {

    /** The message that tells so. */
    String messageKey() {
        return withNewOrganization ? "deal.created.organization" : "deal.created";
    }
}
