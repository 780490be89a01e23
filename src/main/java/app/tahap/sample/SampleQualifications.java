package app.tahap.sample;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.qualification.AnswerKind;
import app.tahap.qualification.Scores;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the sample company's reps have asked about budget and need: more of deals that went far, and better answers of those. */
@Component
class SampleQualifications {

    private static final long SEED = 30_455;

    private static final List<String> ROLES = List.of("GATEKEEPER", "USER", "INFLUENCER", "DECISION_MAKER");
    private static final List<String> SEVERITIES = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");

    private final Scores scores;
    private final DealJournal journal;
    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    SampleQualifications(Scores scores, DealJournal journal, JdbcClient client, JdbcTemplate jdbc) {
        this.scores = scores;
        this.journal = journal;
        this.client = client;
        this.jdbc = jdbc;
    }

    private record Asked(long id, AnswerKind kind, String name, List<String> words) {}

    private record Subject(
            long id,
            int place,
            int last,
            String outcome,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable Long personId,
            @Nullable LocalDate expectedClose,
            long ownerId,
            Instant createdAt,
            Instant lastEventAt) {

        /** How good the answers are on the whole: 0 to 1. */
        double promise() {
            return switch (outcome) {
                case "WON" -> 0.85;
                case "LOST" -> 0.55;
                case "DISQUALIFIED" -> 0.2;
                default -> 0.45 + 0.4 * progress();
            };
        }

        double progress() {
            return last == 0 ? 0 : (double) place / last;
        }
    }

    void create(long pipelineId) {
        Random random = new Random(SEED);
        List<Asked> criteria = criteria(pipelineId);
        List<Object[]> answers = new ArrayList<>();
        Set<Long> asked = new LinkedHashSet<>();
        for (Subject deal : deals(pipelineId)) {
            if (random.nextDouble() < (deal.place() == 0 ? 0.25 : 0.92)) {
                double promise = deal.promise() + random.nextGaussian() * 0.18;
                for (Asked criterion : criteria) {
                    if (random.nextDouble() < 0.6 + 0.4 * deal.progress()) {
                        answers.add(answer(deal, criterion, promise, random));
                        asked.add(deal.id());
                    }
                }
            }
        }
        jdbc.batchUpdate("""
                insert into qualification_answer (deal_id, criterion_id, rating, amount, currency, confirmed, person_id, role,
                                                  severity, due, changed_at, changed_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """, answers);
        scores.refresh(asked);
    }

    private Object[] answer(Subject deal, Asked criterion, double promise, Random random) {
        int rating = (int) Math.max(0, Math.min(3, Math.round(3 * promise + random.nextGaussian() * 0.6)));
        boolean budget = criterion.kind() == AnswerKind.BUDGET && rating >= 2 && deal.amount() != null;
        boolean authority = criterion.kind() == AnswerKind.AUTHORITY;
        Instant at = between(deal.createdAt(), deal.lastEventAt(), random);
        if (deal.outcome().equals("OPEN")) {
            JournalEntry entry = JournalEntry.of(
                    "qualification.journal.rated",
                    Argument.of(criterion.name()),
                    Argument.message("qualification.rating.unknown"),
                    Argument.of(criterion.words().get(rating)));
            journal.write(deal.id(), deal.ownerId(), at, entry);
        }
        return new Object[] {
            deal.id(),
            criterion.id(),
            rating,
            budget ? deal.amount() : null,
            budget ? deal.currency() : null,
            budget && rating == 3,
            authority ? deal.personId() : null,
            authority ? ROLES.get(rating) : null,
            criterion.kind() == AnswerKind.NEED ? SEVERITIES.get(rating) : null,
            criterion.kind() == AnswerKind.TIMELINE && rating >= 2 && deal.expectedClose() != null
                    ? Date.valueOf(deal.expectedClose())
                    : null,
            Timestamp.from(at),
            deal.ownerId()
        };
    }

    /** Some whole days after the first, so that it is not in the night. */
    private static Instant between(Instant from, Instant to, Random random) {
        int days = (int) Math.max(0, Duration.between(from, to).toDays());
        return from.plus(Duration.ofDays(random.nextInt(days + 1)));
    }

    private List<Asked> criteria(long pipelineId) {
        return client.sql("""
                        select c.id, c.kind, c.name, c.words
                          from qualification_criterion c join qualification_choice p on p.framework_id = c.framework_id
                         where p.pipeline_id = :pipeline and c.archived_at is null order by c.position
                        """)
                .param("pipeline", pipelineId)
                .query((row, number) -> new Asked(
                        row.getLong("id"),
                        AnswerKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Arrays.asList((String[]) row.getArray("words").getArray())))
                .list();
    }

    private List<Subject> deals(long pipelineId) {
        return client.sql("""
                        select d.id, s.place, max(s.place) over () as last, d.outcome, d.amount, d.currency, d.person_id,
                               d.expected_close, d.owner_id, d.created_at, d.last_event_at
                          from deal d
                          join (select id, row_number() over (order by position, id) - 1 as place
                                  from stage where pipeline_id = :pipeline and archived_at is null) s on s.id = d.stage_id
                         where d.pipeline_id = :pipeline and d.deleted_at is null
                         order by d.id
                        """)
                .param("pipeline", pipelineId)
                .query(Subject.class)
                .list();
    }
}
