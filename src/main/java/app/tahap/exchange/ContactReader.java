package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.contact.ContactKind;
import app.tahap.contact.ContactRecords;
import app.tahap.contact.ContactRecords.Contact;
import app.tahap.deal.FileRecord;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import app.tahap.field.Field;
import app.tahap.field.FieldCells;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as organisations or people, by the rules by which deals find theirs: an organisation is known by its name, a
 * person by name and organisation, where who has none may be at any. Where several are called alike, the id tells which.
 */
final class ContactReader implements RecordReader<ContactReader.Told> {

    private static final int LONGEST_NAME = 200;
    private static final String ANYWHERE = "*";
    private static final String THERE = "there";

    private final ContactKind kind;
    private final ContactRecords contacts;
    private final List<Field> fields;
    private final FieldCells cells;
    private final Map<String, List<Contact>> byName;
    private final Set<String> organizations = new HashSet<>();

    ContactReader(ContactKind kind, ContactRecords contacts, List<Field> fields, FieldCells cells) {
        this.kind = kind;
        this.contacts = contacts;
        this.fields = fields;
        this.cells = cells;
        this.byName = contacts.present(kind).stream().collect(Collectors.groupingBy(one -> plain(one.name())));
        if (kind == ContactKind.PERSON) {
            contacts.present(ContactKind.ORGANIZATION).forEach(one -> organizations.add(plain(one.name())));
        }
    }

    /**
     * A contact as a row tells it.
     *
     * @param contact with the id of the one that is there, if it is
     * @param adds whether it tells anything that is not known yet
     */
    record Told(ContactKind kind, Contact contact, boolean adds) implements FileRecord {

        @Override
        public boolean completes() {
            return contact.id() != null;
        }

        @Override
        public List<String> sought() {
            return names("");
        }

        @Override
        public List<String> known() {
            return names(ANYWHERE);
        }

        private List<String> names(String elsewhere) {
            String organization = contact.organization();
            if (contact.id() != null) {
                return List.of(adds ? FileRecord.name("id", contact.id()) : THERE);
            } else if (kind == ContactKind.ORGANIZATION) {
                return List.of(name(""));
            } else if (organization == null) {
                return List.of(name(""), name(ANYWHERE));
            }
            return List.of(name(organization), name(elsewhere));
        }

        private String name(String organization) {
            return FileRecord.name("name", contact.name(), organization);
        }
    }

    @Override
    public Optional<Told> read(List<RecordRow> rows) {
        RecordRow row = rows.get(0);
        Map<String, String> texts = new HashMap<>();
        texts.put(ContactRecords.NAME, row.required(ContactRecords.NAME, LONGEST_NAME));
        for (String column : ContactRecords.columns(kind)) {
            String text = row.text(column);
            if (!text.isEmpty() && !column.equals(ContactRecords.NAME)) {
                contacts.refusals(kind, column, text)
                        .forEach(refusal -> row.refuse(
                                refusal.messageKey(), refusal.arguments().toArray()));
                texts.put(column, text);
            }
        }
        FieldValues values = values(row);
        Contact told = new Contact(null, texts, values);
        return Optional.of(present(told, row.text(RecordColumn.ID))
                .map(present -> new Told(kind, new Contact(present.id(), texts, values), present.lacks(told)))
                .orElseGet(() -> new Told(kind, told, true)));
    }

    private FieldValues values(RecordRow row) {
        FieldValues values = FieldValues.NONE;
        for (Field field : fields) {
            String cell = row.text(ContactFile.key(field));
            if (!cell.isEmpty()) {
                Optional<FieldValue> value = cells.read(field, cell, row.cells());
                if (value.isEmpty()) {
                    row.refuse("exchange.row.custom", field.name(), cell);
                }
                values = values.with(field.id(), value.orElse(null));
            }
        }
        return values;
    }

    private Optional<Contact> present(Contact told, String id) {
        List<Contact> called = byName.getOrDefault(plain(told.name()), List.of());
        Optional<Contact> present = first(called, one -> id.equals(String.valueOf(one.id())))
                .or(() -> first(called, one -> isAt(one, told.organization())))
                .or(() -> first(called, one -> one.organization() == null || told.organization() == null));
        String organization = told.organization();
        if (organization != null) {
            present.filter(one -> one.organization() == null)
                    .ifPresent(one -> called.set(called.indexOf(one), one.at(organization)));
        }
        return present;
    }

    private static boolean isAt(Contact contact, @Nullable String organization) {
        return plain(contact.organization()).equals(plain(organization));
    }

    private static Optional<Contact> first(List<Contact> called, Predicate<Contact> meant) {
        return called.stream().filter(meant).findFirst();
    }

    @Override
    public Set<String> present(List<Told> read) {
        return Set.of(THERE);
    }

    /** Organisations of people that come with them. */
    @Override
    public Map<String, Integer> more(List<Told> fresh) {
        Set<String> missing = fresh.stream()
                .map(told -> plain(told.contact().organization()))
                .filter(name -> kind == ContactKind.PERSON && !name.isEmpty() && !organizations.contains(name))
                .collect(Collectors.toSet());
        return Map.of("organizations", missing.size());
    }

    @Override
    public void write(List<Told> records, Viewer importer, long importId) {
        Map<Boolean, List<Contact>> written = records.stream()
                .collect(Collectors.partitioningBy(
                        Told::completes, Collectors.mapping(Told::contact, Collectors.toList())));
        contacts.create(kind, Objects.requireNonNull(written.get(false)), importId);
        contacts.complete(kind, Objects.requireNonNull(written.get(true)), importId);
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }
}
