package app.tahap.field;

import org.jspecify.annotations.Nullable;

/**
 * A field on the page of a record.
 *
 * @param text the value in words; null where there is none
 */
public record FieldLine(Field field, @Nullable String text) {}
