package app.tahap.deal;

import java.util.List;

/**
 * What can be asked of deals with a yes. The conditions speak of {@code deal d}, {@code stage s}, {@code stage_pace p} and
 * of today's rates as {@code r}.
 */
public enum DealTrait {
    /** Open and asleep until a date after today. */
    PARKED("d.parked_until > :today"),
    AWAKE("(d.parked_until is null or d.parked_until <= :today)"),
    /** Open, awake, and longer in its stage than the stage's limit, or than won deals mostly stayed. */
    ROTTING("d.outcome = 'OPEN' and " + AWAKE.condition + " and " + DealSql.ROTTING),
    /** Open, awake, and longer in its stage than four of five stays of won deals. */
    SLOW("d.outcome = 'OPEN' and " + AWAKE.condition + " and " + DealSql.SLOW),
    /** Open, with as many signs as make a deal ready to close. */
    READY("d.outcome = 'OPEN' and d.ready_since is not null"),
    /** Open, awake, and in a stage that has activities, but none is planned. */
    WITHOUT_NEXT_STEP("d.outcome = 'OPEN' and " + AWAKE.condition + " and " + DealSql.WITHOUT_NEXT_STEP),
    /** Open, awake, and the time for its next step is over; a step without a time is due until the day ends. */
    OVERDUE_NEXT_STEP("d.outcome = 'OPEN' and " + AWAKE.condition + " and " + DealSql.NEXT_STEP_DUE
            + " at time zone :zone <= :now"),
    WITHOUT_AMOUNT("d.amount is null"),
    /** Its amount is known, and a rate to the base currency: at its closing, or today's for an open deal. */
    VALUED("d.amount is not null and " + DealSql.RATE + " is not null"),
    /** Its amount is known, but no rate to the base currency. */
    UNVALUED("d.amount is not null and " + DealSql.RATE + " is null"),
    /** Nobody has rated it by any criterion of its pipeline. */
    UNQUALIFIED("d.score is null"),
    /** Lost to a competitor who is not in the list. */
    LOST_TO_ANOTHER("exists (select from deal_loss l where l.other_competitor is not null and " + DealSql.LOSS + ")"),
    /** Lost, and nobody told to whom. */
    LOST_TO_UNTOLD("d.outcome = 'LOST' and not exists (select from deal_loss l where (l.competitor_id is not null"
            + " or l.other_competitor is not null) and " + DealSql.LOSS + ")"),
    WITHOUT_REASON("d.reason_id is null"),
    WITHOUT_SOURCE("d.source_id is null"),
    WITHOUT_CAMPAIGN("d.campaign_id is null"),
    CREATION_KNOWN("d.created_known"),
    CREATION_UNKNOWN("not d.created_known"),
    DELETED("d.deleted_at is not null");

    /** What people can ask for by hand; the rest is for links. */
    static final List<DealTrait> FILTERS =
            List.of(ROTTING, WITHOUT_NEXT_STEP, OVERDUE_NEXT_STEP, WITHOUT_AMOUNT, UNQUALIFIED, READY);

    private final String condition;

    DealTrait(String condition) {
        this.condition = condition;
    }

    /** The condition in SQL; it may need the parameters {@code now}, {@code today} and {@code zone}. */
    public String condition() {
        return condition;
    }
}
