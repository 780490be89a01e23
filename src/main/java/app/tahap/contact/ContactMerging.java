package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.field.FieldValues;
import app.tahap.field.Fields;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one contact of two that are the same: one is kept, the other leads to it from then on. */
@Service
@Transactional
public class ContactMerging {

    private final ApplicationEventPublisher publisher;
    private final FieldMerging fieldMerging;
    private final Fields fields;
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactMerging(
            ApplicationEventPublisher publisher,
            FieldMerging fieldMerging,
            Fields fields,
            JdbcClient jdbc,
            Clock clock) {
        this.publisher = publisher;
        this.fieldMerging = fieldMerging;
        this.fields = fields;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The contact that one was merged into, if it was. */
    @Transactional(readOnly = true)
    public Optional<Long> successor(ContactKind kind, long id) {
        return jdbc.sql("select merged_into_id from " + kind.table() + " where id = :id and merged_into_id is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** The contacts that were merged into one, with when and by whom. */
    @Transactional(readOnly = true)
    public List<Merged> mergedInto(ContactKind kind, long id) {
        return jdbc.sql("""
                        select c.name, c.merged_at at time zone 'UTC' as at, u.name as by
                          from %s c left join users u on u.id = c.merged_by
                         where c.merged_into_id = :id order by c.merged_at desc, c.id
                        """.formatted(kind.table()))
                .param("id", id)
                .query((row, number) -> new Merged(
                        row.getString("name"),
                        row.getTimestamp("at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                        row.getString("by")))
                .list();
    }

    /** What two contacts say; of the administrator's fields, where they differ. */
    @Transactional(readOnly = true)
    List<MergeField> compare(ContactKind kind, long keptId, long otherId, Viewer viewer) {
        Map<String, String> kept = load(kind, keptId);
        Map<String, String> other = load(kind, otherId);
        Stream<MergeField> columns = kind.columns().keySet().stream()
                .map(column ->
                        new MergeField(column, "contact.merge.field." + column, kept.get(column), other.get(column)));
        return Stream.concat(columns, fieldMerging.compare(kind.records(), keptId, otherId, viewer.locale()).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    int version(ContactKind kind, long id) {
        return jdbc.sql("select version from " + kind.table() + " where id = :id and deleted_at is null")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFoundException(kind.table(), id));
    }

    private Map<String, String> load(ContactKind kind, long id) {
        String shown = kind.columns().entrySet().stream()
                .map(column -> "nullif(" + column.getValue() + "::text, '') as " + column.getKey())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select %s from %s c where c.id = :id and c.deleted_at is null".formatted(shown, kind.table()))
                .param("id", id)
                .query((row, number) -> {
                    Map<String, String> values = new TreeMap<>();
                    for (String column : kind.columns().keySet()) {
                        String value = row.getString(column);
                        if (value != null) {
                            values.put(column, value);
                        }
                    }
                    return values;
                })
                .optional()
                .orElseThrow(() -> new NotFoundException(kind.table(), id));
    }

    /**
     * Merges one contact into another.
     *
     * @throws RuleException where they are the same one
     * @throws org.springframework.dao.OptimisticLockingFailureException where one of them is not as it was seen
     */
    void merge(ContactKind kind, long keptId, MergeForm form, Viewer by) {
        long otherId = form.with() == null ? 0 : form.with();
        if (keptId == otherId) {
            throw new RuleException("contact.merge.same");
        }
        lock(kind, keptId, otherId);
        Versions.requireCurrent(Merged.class, version(kind, keptId), form.version());
        Versions.requireCurrent(Merged.class, version(kind, otherId), form.otherVersion());
        take(kind, keptId, otherId, form);
        run(
                "update %s set merged_into_id = :kept where merged_into_id = :other".formatted(kind.table()),
                keptId,
                otherId,
                by);
        run("""
                update %s set deleted_at = :now, merged_into_id = :kept, merged_at = :now, merged_by = :by,
                              version = version + 1
                 where id = :other
                """.formatted(kind.table()), keptId, otherId, by);
        if (kind == ContactKind.ORGANIZATION) {
            run(
                    "update person set organization_id = :kept, version = version + 1 where organization_id = :other",
                    keptId,
                    otherId,
                    by);
        }
        publisher.publishEvent(new ContactMerged(kind, keptId, otherId, by));
    }

    private void take(ContactKind kind, long keptId, long otherId, MergeForm form) {
        String taken = kind.columns().keySet().stream()
                .filter(form::takesFromOther)
                .map(column -> ", " + column + " = x." + column)
                .collect(Collectors.joining());
        Map<Long, FieldValues> values = fields.values(kind.records(), List.of(keptId, otherId));
        FieldValues merged = fieldMerging.merge(
                kind.records(),
                values.getOrDefault(keptId, FieldValues.NONE),
                values.getOrDefault(otherId, FieldValues.NONE),
                form);
        jdbc.sql("""
                        update %1$s k set version = k.version + 1, fields = cast(:fields as jsonb)%2$s
                          from %1$s x where k.id = :kept and x.id = :other
                        """.formatted(kind.table(), taken))
                .param("fields", merged.toJson())
                .param("kept", keptId)
                .param("other", otherId)
                .update();
    }

    /** In the order of their ids, as whoever locks two. */
    private void lock(ContactKind kind, long one, long other) {
        jdbc.sql("select id from " + kind.table() + " where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query(Long.class)
                .list();
    }

    private void run(String sql, long kept, long other, Viewer by) {
        jdbc.sql(sql)
                .param("kept", kept)
                .param("other", other)
                .param("by", by.id())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A contact that was merged into another. */
    public record Merged(String name, Instant at, @Nullable String by) {}
}
