package app.tahap.field;

/** What a field can hold, and as what {@link FieldValue} that is kept. */
public enum FieldType {
    /** {@link FieldValue.Text}. */
    TEXT,
    /** {@link FieldValue.Numeric}. */
    NUMBER,
    /** {@link FieldValue.Amount}. */
    MONEY,
    /** {@link FieldValue.Text}, as year-month-day. */
    DATE,
    /** {@link FieldValue.Numeric}: the id of a choice. */
    CHOICE,
    /** {@link FieldValue.Several}: the ids of choices. */
    CHOICES,
    /** {@link FieldValue.Numeric}: the id of a user. */
    USER;

    public boolean hasChoices() {
        return this == CHOICE || this == CHOICES;
    }
}
