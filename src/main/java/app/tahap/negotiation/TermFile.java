package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.activity.ActivityImport;
import app.tahap.deal.DealRecord;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordIdentity;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Terms from files as {@link TermExport} writes them. Of deadlines that are still to come the deals' owners are reminded. */
@Component
@Order(2)
class TermFile implements RecordFile {

    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_WORDS = 2_000;

    private final TermReminders reminders;
    private final ActivityImport activities;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final MessageSource messages;
    private final Clock clock;

    TermFile(
            TermReminders reminders,
            ActivityImport activities,
            JdbcClient jdbc,
            JdbcTemplate template,
            MessageSource messages,
            Clock clock) {
        this.reminders = reminders;
        this.activities = activities;
        this.jdbc = jdbc;
        this.template = template;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "terms";
    }

    @Override
    public String words() {
        return "negotiation.file.terms";
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        return new RecordColumns(messages, locale)
                .id()
                .deal("negotiation.export.deal")
                .required("title", "negotiation.export.title")
                .optional("wanted", "negotiation.export.wanted")
                .optional("offered", "negotiation.export.offered")
                .optional("status", "negotiation.export.status")
                .optional("deadline", "negotiation.export.deadline")
                .optional("author", "negotiation.export.author")
                .optional("created", "negotiation.export.created")
                .optional("decided", "negotiation.export.decided")
                .list();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        return new Reader(clock.instant());
    }

    @Override
    public ImportedRecords imported() {
        return ImportedRecords.marked("negotiation_term");
    }

    @Override
    public void takenBack(long importId, Collection<Long> dealIds, Instant at) {
        activities.withdraw(
                jdbc.sql("""
                                select activity_id from negotiation_term
                                 where import_id = :import and deleted_at = :at and activity_id is not null
                                """)
                        .param("import", importId)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .list(),
                importId);
    }

    private final class Reader implements RecordReader<ToldTerm> {

        private final Instant now;

        Reader(Instant now) {
            this.now = now;
        }

        @Override
        public Optional<ToldTerm> read(List<RecordRow> rows) {
            RecordRow row = rows.get(0);
            String title = row.required("title", LONGEST_TITLE);
            String wanted = row.text("wanted", LONGEST_WORDS);
            String offered = row.text("offered", LONGEST_WORDS);
            TermStatus status = row.choice("status", "negotiation.term.status.", TermStatus.OPEN);
            Instant created = row.past("created");
            Instant decided = Decisions.decided(row, "decided", created);
            return Optional.of(new ToldTerm(
                    RecordIdentity.told(row, created, title, wanted),
                    row.deal().ownerId(),
                    title,
                    orNull(wanted),
                    orNull(offered),
                    status,
                    row.date("deadline"),
                    row.author("author"),
                    Objects.requireNonNullElse(created, now),
                    status == TermStatus.OPEN ? null : Objects.requireNonNullElse(decided, now)));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        @Override
        public Set<String> present(List<ToldTerm> read) {
            Set<String> names = new HashSet<>();
            jdbc.sql("""
                            select id, deal_id, title, coalesce(wanted, '') as wanted, created_at from negotiation_term
                             where deal_id = any(:deals) and deleted_at is null
                            """).param("deals", DealRecord.deals(read)).query(row -> {
                names.addAll(RecordIdentity.names(
                        row.getLong("deal_id"),
                        row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("title"),
                        row.getString("wanted")));
            });
            return names;
        }

        @Override
        public void write(List<ToldTerm> records, Viewer importer, long importId) {
            Iterator<@Nullable Long> activity =
                    reminders.plan(records, importer, importId).iterator();
            template.batchUpdate(
                    """
                    insert into negotiation_term
                        (deal_id, title, wanted, offered, status, deadline, author_id, created_at, decided_at, import_id,
                         activity_id, reminding)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    records.stream()
                            .map(told -> values(told, activity.next(), importId))
                            .toList());
        }

        private static @Nullable Object[] values(ToldTerm told, @Nullable Long activity, long importId) {
            return new @Nullable Object[] {
                told.dealId(),
                told.title(),
                told.wanted(),
                told.offered(),
                told.status().name(),
                told.deadline() == null ? null : Date.valueOf(told.deadline()),
                told.authorId(),
                Timestamp.from(told.createdAt()),
                told.decidedAt() == null ? null : Timestamp.from(told.decidedAt()),
                importId,
                activity,
                activity != null
            };
        }
    }
}
