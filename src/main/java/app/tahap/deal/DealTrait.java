package app.tahap.deal;

import java.util.List;

/** What can be asked of deals with a yes; see {@link DealSql} for what the conditions speak of. */
public enum DealTrait {
    /** Open and asleep until a date after today. */
    PARKED("d.parked_until > :today"),
    AWAKE("(d.parked_until is null or d.parked_until <= :today)"),
    /** Open, awake, and longer in its stage than the stage's limit, or than won deals mostly stayed. */
    ROTTING("d.outcome = 'OPEN' and " + AWAKE.condition + " and " + DealSql.ROTTING),
    WITHOUT_AMOUNT("d.amount is null"),
    DELETED("d.deleted_at is not null");

    /** What people can ask for by hand; the rest is for links. */
    static final List<DealTrait> FILTERS = List.of(ROTTING, WITHOUT_AMOUNT);

    private final String condition;

    DealTrait(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
