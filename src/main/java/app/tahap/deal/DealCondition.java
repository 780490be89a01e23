package app.tahap.deal;

/**
 * Something that a list is limited to beside text, pipeline, owner and outcome, which its filter shows at a glance.
 *
 * @param label the key of what people call it, or the name that an administrator gave it
 * @param value in words
 * @param without the address of the list without this limit
 */
record DealCondition(String label, String value, String without) {}
