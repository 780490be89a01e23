package app.tahap.negotiation;

/**
 * An answer that somebody gave to an objection of some type.
 *
 * @param resolved how many objections it resolved
 * @param won how many of the deals in which it was given are won
 * @param decided how many of them are won or lost
 */
record KnownAnswer(long typeId, String type, String words, String answer, long resolved, long won, long decided) {}
