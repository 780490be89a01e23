package app.tahap.deal;

/**
 * Something that a list is limited to and that its filter has no input for, as a link led there.
 *
 * @param label the key of what people call it
 * @param value in words
 * @param without the address of the list without this limit
 */
record DealCondition(String label, String value, String without) {}
