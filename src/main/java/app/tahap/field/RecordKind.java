package app.tahap.field;

import java.util.Locale;

/** The kinds of records that can have fields of the administrator's. */
public enum RecordKind {
    DEAL,
    ORGANIZATION,
    PERSON;

    /** Where the records are kept, each with its values in a column {@code fields}. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
