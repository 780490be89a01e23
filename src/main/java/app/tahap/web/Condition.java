package app.tahap.web;

/**
 * Something that a list is limited to beside what its filter shows at a glance.
 *
 * @param label the key of what people call it, or the name that an administrator gave it
 * @param value in words
 * @param without the address of the list without this limit
 */
public record Condition(String label, String value, String without) {}
