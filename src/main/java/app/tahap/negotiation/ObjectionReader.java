package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealRecord;
import app.tahap.deal.RecordIdentity;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows as objections, and writes those that are new. */
final class ObjectionReader implements RecordReader<ToldObjection> {

    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_ANSWER = 5_000;
    private static final int LONGEST_LABEL = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Instant now;
    private final Map<String, Long> types = new LinkedHashMap<>();
    private final Map<Long, Map<String, Long>> stages = new HashMap<>();

    ObjectionReader(JdbcClient jdbc, JdbcTemplate template, Instant now) {
        this.jdbc = jdbc;
        this.template = template;
        this.now = now;
        jdbc.sql("select id, label from objection_type order by archived_at nulls first, position, id")
                .query(row -> {
                    types.putIfAbsent(row.getString("label"), row.getLong("id"));
                });
        jdbc.sql("select id, pipeline_id, lower(name) as name from stage order by archived_at nulls first, id")
                .query(row -> {
                    stages.computeIfAbsent(row.getLong("pipeline_id"), none -> new HashMap<>())
                            .putIfAbsent(row.getString("name"), row.getLong("id"));
                });
    }

    @Override
    public Optional<ToldObjection> read(List<RecordRow> rows) {
        RecordRow row = rows.get(0);
        Long type = type(row);
        Long stage = stage(row);
        ObjectionOutcome outcome = row.choice(ObjectionFile.OUTCOME, "negotiation.outcome.", ObjectionOutcome.OPEN);
        String words = row.required(ObjectionFile.WORDS, LONGEST_WORDS);
        String answer = row.text(ObjectionFile.ANSWER, LONGEST_ANSWER);
        Instant told = row.past(ObjectionFile.RAISED);
        Instant raised = Objects.requireNonNullElse(told, now);
        Instant decided = Decisions.decided(row, ObjectionFile.DECIDED, told);
        if (type == null || stage == null || words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ToldObjection(
                RecordIdentity.told(row, told, type, words),
                type,
                stage,
                words,
                answer.isEmpty() ? null : answer,
                outcome,
                row.author(ObjectionFile.AUTHOR),
                raised,
                outcome == ObjectionOutcome.OPEN ? null : Objects.requireNonNullElse(decided, now)));
    }

    private @Nullable Long type(RecordRow row) {
        String label = row.required(ObjectionFile.TYPE, LONGEST_LABEL);
        Long type = types.entrySet().stream()
                .filter(known -> known.getKey().equalsIgnoreCase(label))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (type == null && !label.isEmpty()) {
            row.refuse("negotiation.file.type", label, String.join(", ", types.keySet()));
        }
        return type;
    }

    /** Where the file does not tell it, the stage in which the deal is now. */
    private @Nullable Long stage(RecordRow row) {
        String name = row.text(ObjectionFile.STAGE);
        if (name.isEmpty()) {
            return row.deal().stageId();
        }
        Long stage = stages.getOrDefault(row.deal().pipelineId(), Map.of()).get(name.toLowerCase(Locale.ROOT));
        if (stage == null) {
            row.refuse("negotiation.file.stage", name);
        }
        return stage;
    }

    @Override
    public Set<String> present(List<ToldObjection> read) {
        Set<String> names = new HashSet<>();
        jdbc.sql("""
                        select id, deal_id, type_id, words, raised_at from objection
                         where deal_id = any(:deals) and deleted_at is null
                        """).param("deals", DealRecord.deals(read)).query(row -> {
            names.addAll(RecordIdentity.names(
                    row.getLong("deal_id"),
                    row.getLong("id"),
                    row.getTimestamp("raised_at").toInstant(),
                    row.getLong("type_id"),
                    row.getString("words")));
        });
        return names;
    }

    @Override
    public void write(List<ToldObjection> records, Viewer writer, long importId) {
        template.batchUpdate(
                """
                insert into objection (deal_id, type_id, stage_id, words, answer, outcome, author_id, raised_at, decided_at,
                                       import_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                records.stream()
                        .map(told -> new @Nullable Object[] {
                            told.dealId(),
                            told.typeId(),
                            told.stageId(),
                            told.words(),
                            told.answer(),
                            told.outcome().name(),
                            told.authorId(),
                            Timestamp.from(told.raisedAt()),
                            told.decidedAt() == null ? null : Timestamp.from(told.decidedAt()),
                            importId
                        })
                        .toList());
    }
}
