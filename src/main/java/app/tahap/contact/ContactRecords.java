package app.tahap.contact;

import app.tahap.field.FieldValues;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Organisations and people as files tell them, with the rules of their forms. Columns are those of the lists as files. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ContactRecords {

    public static final String NAME = "name";

    /** In files, the organisation's name. */
    public static final String ORGANIZATION = "organization_id";

    private static final Map<String, String> PROPERTIES = Map.of(ORGANIZATION, "organization", "job_title", "jobTitle");

    private final ContactImport contacts;
    private final Names names;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Validator validator;
    private final Clock clock;

    ContactRecords(
            ContactImport contacts,
            Names names,
            JdbcClient jdbc,
            JdbcTemplate template,
            Validator validator,
            Clock clock) {
        this.contacts = contacts;
        this.names = names;
        this.jdbc = jdbc;
        this.template = template;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * What is known of a contact.
     *
     * @param id null for a new one
     * @param texts what stands in the columns, without those of which nothing is known
     */
    public record Contact(@Nullable Long id, Map<String, String> texts, FieldValues fields) {

        public String name() {
            return Objects.requireNonNull(texts.get(NAME));
        }

        /** The name of a person's organisation. */
        public @Nullable String organization() {
            return texts.get(ORGANIZATION);
        }

        /** The same person at an organisation. */
        public Contact at(String organization) {
            Map<String, String> known = new HashMap<>(texts);
            known.put(ORGANIZATION, organization);
            return new Contact(id, known, fields);
        }

        /** Whether another one tells anything that is not known of this one, whatever it says about the rest. */
        public boolean lacks(Contact other) {
            return !texts.keySet().containsAll(other.texts.keySet())
                    || !fields.byField()
                            .keySet()
                            .containsAll(other.fields.byField().keySet());
        }
    }

    /** Why a text cannot stand in a column, in a message. */
    public record Refusal(String messageKey, List<Object> arguments) {}

    /** The keys of the columns in their order. */
    public static List<String> columns(ContactKind kind) {
        return List.copyOf(kind.columns().keySet());
    }

    /** The message that stands above a column. */
    public static String heading(String column) {
        return "contact.merge.field." + column;
    }

    /** What the forms would say of a text. */
    public List<Refusal> refusals(ContactKind kind, String column, String text) {
        Class<?> form = kind == ContactKind.PERSON ? PersonForm.class : OrganizationForm.class;
        return validator.validateValue(form, PROPERTIES.getOrDefault(column, column), text).stream()
                .map(violation -> refusal(violation, text))
                .toList();
    }

    private static Refusal refusal(ConstraintViolation<?> violation, String text) {
        var broken = violation.getConstraintDescriptor();
        return broken.getAnnotation() instanceof Size size
                ? new Refusal("exchange.row.long", List.of(text, text.length(), size.max()))
                : new Refusal(violation.getMessageTemplate().replaceAll("[{}]", ""), List.of());
    }

    /** Keeps everybody else from making contacts until the end of the transaction. */
    public void hold() {
        names.lockAll();
    }

    /** All that are there, the oldest first, with one query. */
    public List<Contact> present(ContactKind kind) {
        String shown = kind.columns().entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey())
                .collect(Collectors.joining(", "));
        List<String> columns = columns(kind);
        return jdbc.sql("select c.id, c.fields::text as fields, %s from %s c where c.deleted_at is null order by c.id"
                        .formatted(shown, kind.table()))
                .query((row, number) -> {
                    Map<String, String> texts = new HashMap<>();
                    for (String column : columns) {
                        String text = row.getString(column);
                        if (text != null && !text.isEmpty()) {
                            texts.put(column, text);
                        }
                    }
                    return new Contact(row.getLong("id"), texts, FieldValues.ofJson(row.getString("fields")));
                })
                .list();
    }

    /** Makes contacts, and organisations of people that are not there, all of them known as brought in by an import. */
    public void create(ContactKind kind, List<Contact> told, long importId) {
        List<String> columns = columns(kind);
        Map<String, Long> organizations = organizations(told, importId);
        Timestamp now = Timestamp.from(clock.instant());
        template.batchUpdate(
                "insert into %s (%s, fields, created_at, import_id) values (%s, ?::jsonb, ?, ?)"
                        .formatted(
                                kind.table(),
                                String.join(", ", columns),
                                columns.stream().map(column -> "?").collect(Collectors.joining(", "))),
                told.stream()
                        .map(contact -> Stream.concat(
                                        values(columns, contact, organizations),
                                        Stream.of(contact.fields().toJson(), now, importId))
                                .toArray())
                        .toList());
    }

    /** Adds what is not known yet of contacts that are there, in the order of their ids, as whoever locks many. */
    public void complete(ContactKind kind, List<Contact> told, long importId) {
        List<String> columns =
                columns(kind).stream().filter(column -> !column.equals(NAME)).toList();
        Map<String, Long> organizations = organizations(told, importId);
        template.batchUpdate(
                """
                update %s set %s, fields = ?::jsonb || fields, version = version + 1 where id = ? and deleted_at is null
                """.formatted(
                                kind.table(),
                                columns.stream()
                                        .map(column -> "%1$s = coalesce(%1$s, ?)".formatted(column))
                                        .collect(Collectors.joining(", "))),
                told.stream()
                        .sorted(Comparator.comparing(Contact::id, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .map(contact -> Stream.concat(
                                        values(columns, contact, organizations),
                                        Stream.of(contact.fields().toJson(), contact.id()))
                                .toArray())
                        .toList());
    }

    private static Stream<@Nullable Object> values(
            List<String> columns, Contact contact, Map<String, Long> organizations) {
        return columns.stream().map(column -> {
            String text = contact.texts().get(column);
            return text != null && column.equals(ORGANIZATION) ? organizations.get(text) : text;
        });
    }

    /** The organisations of people by name, made where there is none of that name. */
    private Map<String, Long> organizations(List<Contact> people, long importId) {
        Set<String> names = people.stream()
                .map(Contact::organization)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> found = contacts.findOrganizations(names);
        Set<String> missing = ContactImport.missing(names, found);
        if (!missing.isEmpty()) {
            contacts.createOrganizations(missing, importId);
            found.putAll(contacts.findOrganizations(missing));
        }
        return found;
    }

    /** Of contacts {@code r} in SQL, those that are there and that nobody has changed or used since they were made. */
    public static String untouched(ContactKind kind) {
        String used = kind == ContactKind.PERSON ? """
                not exists (select from deal d where d.person_id = r.id and d.deleted_at is null)
                 and not exists (select from qualification_answer a where a.person_id = r.id)""" : """
                not exists (select from deal d where d.organization_id = r.id and d.deleted_at is null)
                 and not exists (select from person p where p.organization_id = r.id and p.deleted_at is null)""";
        return "r.deleted_at is null and r.version = 0 and " + used;
    }

    /** Deletes the organisations that came with people of an import, unless they are in use. */
    public void deleteOrganizations(long importId, Instant at) {
        jdbc.sql("update organization r set deleted_at = :at, version = version + 1 where r.import_id = :import and "
                        + untouched(ContactKind.ORGANIZATION))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("import", importId)
                .update();
    }
}
