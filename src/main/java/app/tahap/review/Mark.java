package app.tahap.review;

import app.tahap.deal.DealTrait;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is amiss with an open deal. The conditions speak of {@code deal d}, {@code stage s}, {@code stage_pace p} and
 * {@link #slipsOf slips}, and need the parameters {@code now}, {@code today} and {@code zone}.
 */
enum Mark {
    PAST_CLOSE("d.expected_close < :today"),
    NO_NEXT_STEP(DealTrait.WITHOUT_NEXT_STEP.condition()),
    OVERDUE_NEXT_STEP(DealTrait.OVERDUE_NEXT_STEP.condition()),
    NO_AMOUNT(DealTrait.WITHOUT_AMOUNT.condition()),
    ROTTING(DealTrait.ROTTING.condition()),
    /** In or behind the first stage in which the team qualifies deals, and not rated by every criterion. */
    UNQUALIFIED("""
            exists (select from stage_tool t join stage q on q.id = t.stage_id
                     where t.tool = 'QUALIFICATION' and q.pipeline_id = d.pipeline_id and q.archived_at is null
                       and q.position <= s.position)
             and exists (select from qualification_choice qp
                           join qualification_criterion qc on qc.framework_id = qp.framework_id and qc.archived_at is null
                          where qp.pipeline_id = d.pipeline_id)
             and not exists (select from qualification_standing qs where qs.deal_id = d.id and qs.coverage = 100)"""),
    /** Its proposal went out as a link three days ago, and nobody has opened it. */
    UNREAD("""
            exists (select from proposal pr join proposal_version v on v.proposal_id = pr.id
                     where pr.deal_id = d.id and v.status = 'SENT' and v.sent_at < :now - interval '3 days'
                       and exists (select from proposal_link l where l.version_id = v.id)
                       and not exists (select from proposal_link l where l.version_id = v.id and l.first_read_at is not null))"""),
    /** Its expected close was put off more than twice. */
    SLIPPED(Mark.SLIPS + " > 2");

    /** How often the expected close of {@code deal d} was put off, where its {@link #slipsOf slips} are joined. */
    static final String SLIPS = "coalesce(slips.times, 0)";

    /** The names of the marks that a deal has, as an array; none of a deal that is closed or deleted. */
    static final String LIST = Arrays.stream(values())
            .map(mark -> "case when d.outcome = 'OPEN' and d.deleted_at is null and (%s) then '%s' end"
                    .formatted(mark.condition, mark.name()))
            .collect(Collectors.joining(",\n", "array_remove(array[", "]::text[], null)"));

    private final String condition;

    Mark(String condition) {
        this.condition = condition;
    }

    /**
     * To be joined as {@code slips}: how often the expected close of deals was put off. It is counted for all in one pass
     * through their events, since asked for each by itself it took half a millisecond. What was taken back does not count.
     *
     * @param deals the deals, as a list or a query of ids
     */
    static String slipsOf(String deals) {
        return """
            (select put.deal_id, count(*) as times
               from (select e.deal_id, e.expected_close as day,
                            lag(e.expected_close) over (partition by e.deal_id order by e.id) as day_before
                       from effective_deal_event e where e.deal_id in (%s)) put
              where put.day > put.day_before group by put.deal_id)""".formatted(deals);
    }

    static List<Mark> of(String[] names) {
        return Arrays.stream(names).map(Mark::valueOf).sorted().toList();
    }
}
