package app.tahap.qualification;

/** What somebody at the customer has to say about the purchase. */
public enum AuthorityRole {
    DECISION_MAKER,
    INFLUENCER,
    CHAMPION,
    GATEKEEPER,
    USER,
    OTHER
}
