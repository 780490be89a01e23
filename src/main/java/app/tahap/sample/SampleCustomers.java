package app.tahap.sample;

import app.tahap.closing.ReadyRule;
import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the sample company's customers said: what they need, whether they are about to agree, and to whom they went. */
@Component
class SampleCustomers {

    private static final long SEED = 20_161;

    private static final String DEALS = """
            select d.id, d.owner_id, d.outcome, min(y.entered_at) filter (where t.tool = 'QUESTIONS') as asked,
                   min(y.entered_at) filter (where t.tool = 'SIGNALS') as closing
              from deal d
              join stage_stay y on y.deal_id = d.id
              join stage_tool t on t.stage_id = y.stage_id and t.tool in ('QUESTIONS', 'SIGNALS')
             where d.pipeline_id = ? and d.deleted_at is null
             group by d.id order by d.id
            """;

    private static final String LOSSES = """
            select max(e.id) as id, e.deal_id from effective_deal_event e join deal d on d.id = e.deal_id
             where d.outcome = 'LOST' and e.kind = 'LOST' and d.pipeline_id = ? group by e.deal_id order by e.deal_id
            """;

    private static final String WORDINGS = """
            select w.id, w.kind, jsonb_array_length(w.choices) as choices from question q
              join question_wording w on w.question_id = q.id where q.pipeline_id = ? order by q.position
            """;

    private final DealJournal journal;
    private final ReadyRule ready;
    private final MessageSource messages;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SampleCustomers(DealJournal journal, ReadyRule ready, MessageSource messages, JdbcTemplate jdbc, Clock clock) {
        this.journal = journal;
        this.ready = ready;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Sold(
            long id,
            long owner,
            String outcome,
            @Nullable Instant asked,
            @Nullable Instant closing) {}

    private record Asked(long wording, String kind, int choices) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(SampleDataCreated created) {
        Random random = new Random(SEED);
        Locale language = Locale.forLanguageTag(
                String.valueOf(jdbc.queryForObject("select language from workspace", String.class)));
        List<Sold> deals = jdbc.query(
                DEALS,
                (row, number) -> new Sold(
                        row.getLong("id"),
                        row.getLong("owner_id"),
                        row.getString("outcome"),
                        instant(row.getTimestamp("asked")),
                        instant(row.getTimestamp("closing"))),
                created.pipelineId());
        answer(deals, created.pipelineId(), language, random);
        note(deals, random);
        tick(deals, random);
        lose(created.pipelineId(), language, random);
        ready.followAll();
        int position = 0;
        for (String item :
                messages.getMessage("sample.handover", null, language).split("\\|")) {
            jdbc.update(
                    "insert into handover_item (pipeline_id, text, days, position) values (?, ?, ?, ?)",
                    created.pipelineId(),
                    item,
                    position * 2,
                    ++position);
        }
    }

    private void answer(List<Sold> deals, long pipelineId, Locale language, Random random) {
        List<Asked> questions = jdbc.query(
                WORDINGS,
                (row, number) -> new Asked(row.getLong("id"), row.getString("kind"), row.getInt("choices")),
                pipelineId);
        List<String[]> texts = new ArrayList<>();
        for (int i = 1; i <= questions.size(); i++) {
            String told = messages.getMessage("sample.answers." + i, null, "", language);
            texts.add(String.valueOf(told).split("\\|"));
        }
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> begun = new ArrayList<>();
        for (Sold deal : deals) {
            if (deal.asked() == null || questions.isEmpty() || random.nextDouble() > 0.75) {
                continue;
            }
            Instant at = later(deal.asked(), random);
            int before = rows.size();
            for (int i = 0; i < questions.size(); i++) {
                if (random.nextDouble() < 0.65) {
                    rows.add(row(deal, questions.get(i), texts.get(i), at, random));
                }
            }
            int answered = rows.size() - before;
            if (answered > 1) {
                journal.write(
                        deal.id(),
                        deal.owner(),
                        at,
                        JournalEntry.of("assessment.journal.answered", Argument.of(answered))
                                .leadingTo("/deals/" + deal.id() + "/needs"));
            }
            begun.add(new Object[] {deal.id(), pipelineId});
        }
        jdbc.batchUpdate("insert into deal_assessment (deal_id, pipeline_id, edition) values (?, ?, 1)", begun);
        jdbc.batchUpdate(
                "insert into deal_answer (deal_id, wording_id, text, choices, rating, answered_by, answered_at, version)"
                        + " values (?, ?, ?, string_to_array(?, ',')::integer[], ?, ?, ?, 1)",
                rows);
    }

    private static @Nullable Object[] row(Sold deal, Asked question, String[] texts, Instant at, Random random) {
        String text = question.kind().equals("OPEN") ? texts[random.nextInt(texts.length)] : null;
        String choices = "";
        if (question.choices() > 0) {
            int first = random.nextInt(question.choices());
            int second = random.nextInt(question.choices());
            boolean both = question.kind().equals("MULTIPLE") && first != second;
            choices = both ? Math.min(first, second) + "," + Math.max(first, second) : Integer.toString(first);
        }
        Integer rating = question.kind().equals("RATING") ? Integer.valueOf(2 + random.nextInt(4)) : null;
        return new @Nullable Object[] {
            deal.id(), question.wording(), text, choices, rating, deal.owner(), Timestamp.from(at)
        };
    }

    /** Some needs are met more often than others, and some are easier to serve. */
    private void note(List<Sold> deals, Random random) {
        List<Long> needs = jdbc.queryForList("select id from need order by kind desc, position", Long.class);
        List<Object[]> rows = new ArrayList<>();
        for (Sold deal : deals) {
            Instant asked = deal.asked();
            if (asked == null || random.nextDouble() > 0.8) {
                continue;
            }
            for (int i = 0; i < needs.size(); i++) {
                double met = 0.4 / (1 + i % 5) + (i % 5 == 1 && deal.outcome().equals("WON") ? 0.2 : 0);
                if (random.nextDouble() < met) {
                    rows.add(
                            new Object[] {deal.id(), needs.get(i), deal.owner(), Timestamp.from(later(asked, random))});
                }
            }
        }
        jdbc.batchUpdate("insert into deal_need (deal_id, need_id, added_by, added_at) values (?, ?, ?, ?)", rows);
    }

    private void tick(List<Sold> deals, Random random) {
        List<Long> signals = jdbc.queryForList("select id from closing_signal order by position", Long.class);
        List<Object[]> rows = new ArrayList<>();
        for (Sold deal : deals) {
            Instant closing = deal.closing();
            double seen = deal.outcome().equals("WON") ? 0.8 : deal.outcome().equals("OPEN") ? 0.55 : 0.2;
            for (long signal : signals) {
                if (closing != null && random.nextDouble() < seen) {
                    rows.add(new Object[] {deal.id(), signal, deal.owner(), Timestamp.from(later(closing, random))});
                }
            }
        }
        jdbc.batchUpdate(
                "insert into deal_signal (deal_id, signal_id, ticked_by, ticked_at) values (?, ?, ?, ?)", rows);
    }

    private void lose(long pipelineId, Locale language, Random random) {
        List<Long> competitors = new ArrayList<>();
        for (String label :
                messages.getMessage("sample.competitors", null, language).split("\\|")) {
            competitors.add(jdbc.queryForObject(
                    "insert into competitor (label, position) values (?, ?) returning id",
                    Long.class,
                    label,
                    competitors.size() + 1));
        }
        List<long[]> losses =
                jdbc.query(LOSSES, (row, number) -> new long[] {row.getLong("id"), row.getLong("deal_id")}, pipelineId);
        List<Object[]> rows = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (long[] loss : losses) {
            boolean known = random.nextDouble() < 0.55;
            boolean again = random.nextDouble() < 0.12;
            long competitor = competitors.get((int) (competitors.size() * Math.pow(random.nextDouble(), 2)));
            LocalDate day = today.plusDays(20 + random.nextInt(150));
            if (known || again) {
                rows.add(new @Nullable Object[] {loss[0], loss[1], known ? competitor : null, again ? day : null});
            }
        }
        jdbc.batchUpdate(
                "insert into deal_loss (event_id, deal_id, competitor_id, look_again) values (?, ?, ?, ?)", rows);
    }

    private Instant later(Instant from, Random random) {
        Instant at = from.plus(Duration.ofMinutes(30 + random.nextInt(2 * 24 * 60)));
        return Collections.min(List.of(at, clock.instant()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
