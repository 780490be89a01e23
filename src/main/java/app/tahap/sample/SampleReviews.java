package app.tahap.sample;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The meeting in which the sample company went through its most valuable deals a week ago. */
@Component
class SampleReviews {

    private static final long SEED = 20_485;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LASTED = Duration.ofMinutes(50);
    private static final List<String> DECISIONS =
            List.of("KEEP", "CHASE", "KEEP", "RESCHEDULE", "CHASE", "HELP", "LET_GO", "OTHER");

    private static final String BEGIN = """
            insert into review (pipeline_id, scope, only_marked, sorting, since, started_by, started_at, ended_by, ended_at)
            select ?, 'ALL', false, 'AMOUNT', ?, id, ?, id, ? from users order by (role = 'ADMINISTRATOR') desc, id limit 1
            returning id, started_by
            """;

    /** What was open then. */
    private static final String DEALS = """
            insert into review_deal (review_id, deal_id, position, marks)
            select ?, id, row_number() over (order by amount desc nulls last, id), marks
              from (select d.id, d.amount,
                           array_remove(array[case when d.expected_close < ? then 'PAST_CLOSE' end,
                                              case when d.amount is null then 'NO_AMOUNT' end,
                                              case when d.score is null then 'UNQUALIFIED' end]::text[], null) as marks
                      from deal d join stage_stay y on y.deal_id = d.id
                     where y.pipeline_id = ? and d.deleted_at is null and y.entered_at <= ?
                       and (y.left_at is null or y.left_at > ?)
                     order by d.amount desc nulls last, d.id limit 30) open_deal
            returning deal_id
            """;

    private static final String SAY = """
            update review_deal set seen_at = ?, decision = ?, words = ?, note = ?, changed_by = ?, changed_at = ?, version = 1
             where review_id = ? and deal_id = ?
            """;

    private final DealJournal journal;
    private final MessageSource messages;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SampleReviews(DealJournal journal, MessageSource messages, JdbcTemplate jdbc, Clock clock) {
        this.journal = journal;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A meeting that was held. */
    private record Held(long id, long by, Locale language) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void meet(SampleDataCreated created) {
        ZoneId zone = ZoneId.of(text("select time_zone from workspace"));
        Locale language = Locale.forLanguageTag(text("select language from workspace"));
        LocalDate day = LocalDate.ofInstant(clock.instant().minus(WEEK), zone);
        Instant start = day.atTime(9, 0).atZone(zone).toInstant();
        Timestamp began = Timestamp.from(start);
        Held held = jdbc.query(
                        BEGIN,
                        (row, number) -> new Held(row.getLong("id"), row.getLong("started_by"), language),
                        created.pipelineId(),
                        Timestamp.from(start.minus(WEEK)),
                        began,
                        Timestamp.from(start.plus(LASTED)))
                .get(0);
        List<Long> deals =
                jdbc.queryForList(DEALS, Long.class, held.id(), Date.valueOf(day), created.pipelineId(), began, began);
        Random random = new Random(SEED);
        int minute = 1;
        for (long deal : deals) {
            if (random.nextDouble() < 0.9) { // for some there was no time
                say(held, deal, start.plus(Duration.ofMinutes(minute++)), random);
            }
        }
    }

    private void say(Held held, long deal, Instant at, Random random) {
        String decision = DECISIONS.get(random.nextInt(DECISIONS.size()));
        String words = decision.equals("OTHER") ? pick("sample.review.words", held.language(), random) : null;
        String note = random.nextDouble() < 0.4 ? pick("sample.review.notes", held.language(), random) : null;
        Timestamp then = Timestamp.from(at);
        jdbc.update(SAY, then, decision, words, note, held.by(), then, held.id(), deal);
        JournalEntry decided =
                JournalEntry.of("review.journal.decided", Argument.message("review.decision." + decision));
        tell(held, deal, at, decided.detailed(words));
        if (note != null) {
            tell(held, deal, at, JournalEntry.of("review.journal.noted").detailed(note));
        }
    }

    private void tell(Held held, long deal, Instant at, JournalEntry entry) {
        journal.write(deal, held.by(), at, entry.leadingTo("/reviews/%d/deals/%d".formatted(held.id(), deal)));
    }

    private String text(String sql) {
        return String.valueOf(jdbc.queryForObject(sql, String.class));
    }

    private String pick(String key, Locale language, Random random) {
        return SampleCompany.pick(
                List.of(messages.getMessage(key, null, language).split("\\|")), random);
    }
}
