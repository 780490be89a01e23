package app.tahap.proposal;

/** The parts of a proposal's text, in the order in which the customer reads them; the lines stand after INVESTMENT's text. */
enum Section {
    PROBLEM,
    SOLUTION,
    BENEFITS,
    INVESTMENT,
    TERMS
}
