package app.tahap.proposal;

/** What the number of a discount means: a share of the line, or an amount off the line. */
enum DiscountKind {
    PERCENT,
    AMOUNT
}
