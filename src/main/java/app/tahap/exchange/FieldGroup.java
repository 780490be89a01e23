package app.tahap.exchange;

import java.util.List;

/** The fields as the page groups them. */
enum FieldGroup {
    DEAL(
            DealField.TITLE,
            DealField.ID,
            DealField.AMOUNT,
            DealField.CURRENCY,
            DealField.SOURCE,
            DealField.CAMPAIGN,
            DealField.TAGS),
    CONTACTS(DealField.ORGANIZATION, DealField.PERSON, DealField.OWNER),
    STANDING(DealField.STAGE, DealField.OUTCOME, DealField.REASON, DealField.REASON_NOTE),
    DATES(DealField.CREATED, DealField.STAGE_SINCE, DealField.CLOSED, DealField.EXPECTED),
    NEXT_STEP(DealField.NEXT_STEP, DealField.NEXT_STEP_DUE, DealField.NEXT_STEP_TIME, DealField.NEXT_STEP_KIND);

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
    private final List<DealField> fields;

    FieldGroup(DealField... fields) {
        this.fields = List.of(fields);
    }

    public List<DealField> fields() {
        return fields;
    }
}
