package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldCells;
import app.tahap.field.FieldCells.NamedUser;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The administrator's fields of the organisations and people of deals, in files of deals. What they have already stays. */
@Component
@Order(4)
class ContactFieldSheet implements ImportedSheet {

    private static final List<RecordKind> KINDS = List.of(RecordKind.ORGANIZATION, RecordKind.PERSON);

    private static final String CONTACTS = """
            select d.id, d.organization_id, o.fields::text as organization, d.person_id, p.fields::text as person
              from deal d
              left join organization o on o.id = d.organization_id
              left join person p on p.id = d.person_id
             where d.id = any(:deals)
             order by d.id
            """;

    private final Fields fields;
    private final FieldWords words;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    ContactFieldSheet(Fields fields, FieldWords words, JdbcClient jdbc, MessageSource messages) {
        this.fields = fields;
        this.words = words;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    private record Contacts(
            long id,
            @Nullable Long organizationId,
            @Nullable String organization,
            @Nullable Long personId,
            @Nullable String person) {

        @Nullable Long id(RecordKind kind) {
            return kind == RecordKind.PERSON ? personId : organizationId;
        }

        FieldValues fields(RecordKind kind) {
            return FieldValues.ofJson(kind == RecordKind.PERSON ? person : organization);
        }

        boolean haveFields() {
            return KINDS.stream().anyMatch(kind -> !fields(kind).isEmpty());
        }
    }

    private List<Field> inUse() {
        return KINDS.stream().flatMap(kind -> fields.inUse(kind).stream()).toList();
    }

    private static String key(Field field) {
        return "contact." + field.id();
    }

    @Override
    public String title() {
        return "deal.sheet.contacts";
    }

    /** Recognised by the field's name alone as well, which is how the lists of organisations and people are exported. */
    @Override
    public List<SheetColumn> columns(Locale locale) {
        SheetWords sheetWords = new SheetWords(messages);
        return inUse().stream()
                .map(field -> {
                    SheetColumn column =
                            sheetWords.column(key(field), locale, "deal.sheet.contacts." + field.kind(), field.name());
                    Set<String> names = new HashSet<>(column.names());
                    names.add(field.name());
                    return new SheetColumn(column.key(), column.name(), names);
                })
                .toList();
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        List<Contacts> all =
                contacts(dealIds).stream().filter(Contacts::haveFields).toList();
        if (all.isEmpty()) {
            return Map.of();
        }
        List<Field> told = inUse();
        FieldWords.Cells cells = words.cells(told, locale);
        return all.stream().collect(Collectors.toMap(Contacts::id, contacts -> told.stream()
                .filter(field -> contacts.fields(field.kind()).has(field.id()))
                .collect(Collectors.toMap(
                        ContactFieldSheet::key,
                        field ->
                                cells.write(field, contacts.fields(field.kind()).get(field.id()))))));
    }

    private List<Contacts> contacts(Collection<Long> dealIds) {
        return jdbc.sql(CONTACTS)
                .param("deals", dealIds.toArray(Long[]::new))
                .query(Contacts.class)
                .list();
    }

    @Override
    public CellReader reader() {
        Map<String, Field> byKey =
                inUse().stream().collect(Collectors.toMap(ContactFieldSheet::key, Function.identity()));
        FieldCells cells = new FieldCells(jdbc.sql("select id, name, email from users")
                .query(NamedUser.class)
                .list());
        return (key, cell, text) -> cells.read(Objects.requireNonNull(byKey.get(key)), cell, text);
    }

    /** Of several rows that tell something else of one organisation or person, the first counts. */
    @Override
    public void write(Map<Long, Map<String, Object>> values, Viewer importer) {
        List<Field> told = inUse().stream()
                .filter(field -> values.values().stream().anyMatch(row -> row.containsKey(key(field))))
                .toList();
        List<Contacts> all = told.isEmpty() ? List.of() : contacts(values.keySet());
        for (RecordKind kind : KINDS) {
            SortedMap<Long, FieldValues> byContact = new TreeMap<>();
            for (Contacts contacts : all) {
                Long id = contacts.id(kind);
                if (id != null) {
                    Map<String, Object> row = values.getOrDefault(contacts.id(), Map.of());
                    FieldValues before = byContact.getOrDefault(id, FieldValues.NONE);
                    byContact.put(id, with(before, told.stream().filter(field -> field.kind() == kind), row));
                }
            }
            byContact.values().removeIf(FieldValues::isEmpty);
            if (!byContact.isEmpty()) {
                write(kind, byContact);
            }
        }
    }

    private static FieldValues with(FieldValues before, Stream<Field> told, Map<String, Object> row) {
        FieldValues values = before;
        for (Field field : told.toList()) {
            if (!values.has(field.id()) && row.get(key(field)) instanceof FieldValue value) {
                values = values.with(field.id(), value);
            }
        }
        return values;
    }

    /** In the order of their ids, as whoever locks many. */
    private void write(RecordKind kind, SortedMap<Long, FieldValues> byContact) {
        jdbc.sql("""
                        update %s c set fields = told.fields || c.fields, version = c.version + 1
                          from (select t.id, t.fields::jsonb as fields
                                  from unnest(:ids, :fields) as t (id, fields)) told
                         where c.id = told.id and told.fields || c.fields <> c.fields
                        """.formatted(kind == RecordKind.PERSON ? "person" : "organization"))
                .param("ids", byContact.keySet().toArray(Long[]::new))
                .param(
                        "fields",
                        byContact.values().stream().map(FieldValues::toJson).toArray(String[]::new))
                .update();
    }
}
