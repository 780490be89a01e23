package app.tahap.sample;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** What the sample company's customers objected to proposals and while they were negotiated, and how they were answered. */
@Component
class SampleObjections {

    private static final long SEED = 20_475;

    private static final String NEGOTIATIONS = """
            select d.id, d.owner_id, d.outcome, y.stage_id, y.entered_at, coalesce(y.left_at, ?) as left_at,
                   t.negotiated
              from stage_stay y
              join deal d on d.id = y.deal_id
              join (select stage_id, bool_or(tool = 'OBJECTIONS') as negotiated from stage_tool
                     where tool in ('PROPOSALS', 'OBJECTIONS') group by stage_id) t on t.stage_id = y.stage_id
             where d.pipeline_id = ? and d.deleted_at is null
             order by y.entered_by
            """;

    private final MessageSource messages;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SampleObjections(MessageSource messages, JdbcTemplate jdbc, Clock clock) {
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A stay of a deal. negotiated: in a stage that has a place for objections, not just for proposals. */
    private record Negotiation(
            long deal, long owner, String outcome, long stage, Instant from, Instant to, boolean negotiated) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(SampleDataCreated created) {
        Random random = new Random(SEED);
        Locale language = Locale.forLanguageTag(
                String.valueOf(jdbc.queryForObject("select language from workspace", String.class)));
        List<Long> types = jdbc.queryForList("select id from objection_type order by position", Long.class);
        List<Object[]> rows = new ArrayList<>();
        for (Negotiation negotiation : negotiations(created.pipelineId())) {
            // some object as soon as they see a price
            boolean heard = negotiation.negotiated() || random.nextInt(4) == 0;
            for (int raised = heard ? random.nextInt(3) : 0; raised > 0; raised--) {
                // the first types, price above all, come up most often
                int type = (int) (types.size() * Math.pow(random.nextDouble(), 2));
                String[] words = words(type + 1, language);
                rows.add(row(negotiation, types.get(type), words, random));
            }
        }
        jdbc.batchUpdate(
                "insert into objection (deal_id, stage_id, author_id, type_id, words, answer, outcome, raised_at, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private List<Negotiation> negotiations(long pipelineId) {
        return jdbc.query(
                NEGOTIATIONS,
                (row, number) -> new Negotiation(
                        row.getLong("id"),
                        row.getLong("owner_id"),
                        row.getString("outcome"),
                        row.getLong("stage_id"),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getTimestamp("left_at").toInstant(),
                        row.getBoolean("negotiated")),
                Timestamp.from(clock.instant()),
                pipelineId);
    }

    /** What is objected, then some answers. */
    private String[] words(int type, Locale language) {
        return messages.getMessage("sample.objections." + type, null, language).split("\\|");
    }

    private static @Nullable Object[] row(Negotiation negotiation, long type, String[] words, Random random) {
        Instant raised = between(negotiation.from(), negotiation.to(), random);
        double convinced = negotiation.outcome().equals("WON") ? 0.75 : 0.35;
        boolean answered = random.nextDouble() < 0.85;
        String outcome = !answered ? "OPEN" : random.nextDouble() < convinced ? "RESOLVED" : "CONCEDED";
        return new @Nullable Object[] {
            negotiation.deal(),
            negotiation.stage(),
            negotiation.owner(),
            type,
            words[0],
            answered ? words[1 + random.nextInt(words.length - 1)] : null,
            outcome,
            Timestamp.from(raised),
            answered ? Timestamp.from(between(raised, negotiation.to(), random)) : null
        };
    }

    private static Instant between(Instant from, Instant to, Random random) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return from.plusSeconds((long) (seconds * random.nextDouble()));
    }
}
