package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.RuleException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins reviews. Their deals are fixed then, with what is amiss with each: in one statement, however many there are. */
@Service
@Transactional
class ReviewStart {

    /** How far a first review looks back. */
    static final Duration USUAL = Duration.ofDays(7);

    /** The marks are asked for more than once, so they are materialised lest they be made again each time. */
    private static final String DEALS = """
            with open_deal as materialized (
                select d.id, s.position as stage_position, d.expected_close, d.amount * r.rate as value, %1$s as marks
                  from deal d
                  join stage s on s.id = d.stage_id
                  left join stage_pace p on p.stage_id = d.stage_id
                  left join rates_on(:today) r on r.currency = d.currency
                  left join %2$s slips on slips.deal_id = d.id
                 where %3$s)
            insert into review_deal (review_id, deal_id, position, marks)
            select :review, id, row_number() over (order by %4$s), marks
              from open_deal
             where not :onlyMarked or cardinality(marks) > 0
            """;

    private final ReviewChoices choices;
    private final Pipelines pipelines;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewStart(ReviewChoices choices, Pipelines pipelines, JdbcClient jdbc, Clock clock) {
        this.choices = choices;
        this.pipelines = pipelines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins a review and returns its id; the same request again is answered with the review that it began.
     *
     * @throws RuleException where there is no deal to look at, or the viewer may not review those
     * @throws DuplicateKeyException where the key is that of another review
     */
    long start(ReviewForm form, Viewer viewer) {
        long pipelineId = Pipelines.choose(pipelines.all(), Objects.requireNonNull(form.pipeline()))
                .id();
        Whose whose = choices.chosen(form.whose(), viewer);
        Long earlier = earlier(form.key(), pipelineId, whose, viewer);
        if (earlier != null) {
            return earlier;
        }
        Instant now = clock.instant();
        long review = jdbc.sql("""
                        with last as (
                            select id, started_at from review
                             where pipeline_id = :pipeline and scope = :scope and ended_at is not null
                               and owner_id is not distinct from :owner and team_id is not distinct from :team
                             order by started_at desc limit 1)
                        insert into review (pipeline_id, scope, owner_id, team_id, only_marked, sorting, previous_id, since,
                                            started_by, started_at, idempotency_key)
                        select :pipeline, :scope, :owner, :team, :onlyMarked, :sorting, (select id from last),
                               coalesce((select started_at from last), :usual), :viewer, :now, cast(:key as uuid)
                        returning id
                        """)
                .param("pipeline", pipelineId)
                .param("scope", whose.scope().name())
                .param("owner", whose.owner(), Types.BIGINT)
                .param("team", whose.team(), Types.BIGINT)
                .param("onlyMarked", form.leavesOutUnmarked())
                .param("sorting", form.chosenOrder().name())
                .param("usual", at(now.minus(USUAL)))
                .param("viewer", viewer.id())
                .param("now", at(now))
                .param("key", form.key() == null ? null : form.key().toString())
                .query(Long.class)
                .single();
        if (fix(review, DealCriteria.scope(pipelineId, whose.owner(), whose.team()), form, viewer) == 0) {
            throw new RuleException(form.leavesOutUnmarked() ? "review.start.none.marked" : "review.start.none");
        }
        return review;
    }

    private int fix(long review, DealCriteria scope, ReviewForm form, Viewer viewer) {
        DealCriteria open =
                scope.but().outcome(Outcome.OPEN).and(DealTrait.AWAKE).build();
        DealSql deals = DealSql.of(open, viewer, viewer.today(clock));
        String slips = Mark.slipsOf("select d.id from deal d where " + deals.where());
        return jdbc.sql(DEALS.formatted(
                        Mark.LIST, slips, deals.where(), form.chosenOrder().sql()))
                .params(deals.parameters())
                .param("review", review)
                .param("onlyMarked", form.leavesOutUnmarked())
                .param("today", viewer.today(clock))
                .param("zone", viewer.zone().getId())
                .param("now", at(clock.instant()))
                .update();
    }

    private @Nullable Long earlier(@Nullable UUID key, long pipelineId, Whose whose, Viewer viewer) {
        record Earlier(long id, boolean same) {}
        Earlier found = key == null
                ? null
                : jdbc.sql("""
                                select id, started_by = :viewer and pipeline_id = :pipeline and scope = :scope
                                           and owner_id is not distinct from cast(:owner as bigint)
                                           and team_id is not distinct from cast(:team as bigint) as same
                                  from review where idempotency_key = :key
                                """)
                        .param("key", key)
                        .param("viewer", viewer.id())
                        .param("pipeline", pipelineId)
                        .param("scope", whose.scope().name())
                        .param("owner", whose.owner(), Types.BIGINT)
                        .param("team", whose.team(), Types.BIGINT)
                        .query(Earlier.class)
                        .optional()
                        .orElse(null);
        if (found != null && !found.same()) {
            throw new DuplicateKeyException("The key is that of review " + found.id());
        }
        return found == null ? null : found.id();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
