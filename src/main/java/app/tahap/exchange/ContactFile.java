package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.contact.ContactKind;
import app.tahap.contact.ContactRecords;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import app.tahap.field.Field;
import app.tahap.field.FieldCells;
import app.tahap.field.FieldCells.NamedUser;
import app.tahap.field.Fields;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations, or people, from files as their lists are exported, with the administrator's fields. */
final class ContactFile implements RecordFile {

    private final ContactKind kind;
    private final ContactRecords contacts;
    private final Fields fields;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    ContactFile(ContactKind kind, ContactRecords contacts, Fields fields, JdbcClient jdbc, MessageSource messages) {
        this.kind = kind;
        this.contacts = contacts;
        this.fields = fields;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    static String key(Field field) {
        return "field." + field.id();
    }

    @Override
    public String key() {
        return kind.path();
    }

    @Override
    public String words() {
        return "exchange.file." + key();
    }

    @Override
    public boolean ofDeals() {
        return false;
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        RecordColumns columns =
                new RecordColumns(messages, locale).id().required(ContactRecords.NAME, heading(ContactRecords.NAME));
        ContactRecords.columns(kind).stream()
                .filter(column -> !column.equals(ContactRecords.NAME))
                .forEach(column -> columns.optional(column, heading(column)));
        fields.inUse(kind.records()).forEach(field -> columns.named(key(field), field.name()));
        return columns.list();
    }

    private static String heading(String column) {
        return ContactRecords.heading(column);
    }

    @Override
    public void hold() {
        contacts.hold();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        List<NamedUser> users = jdbc.sql("select id, name, email from users")
                .query(NamedUser.class)
                .list();
        return new ContactReader(kind, contacts, fields.inUse(kind.records()), new FieldCells(users));
    }

    @Override
    public ImportedRecords imported() {
        return new ImportedRecords(
                kind.table(),
                "r.deleted_at is null",
                ContactRecords.untouched(kind),
                "update " + kind.table()
                        + " r set deleted_at = :now, version = r.version + 1 where %s returning null::bigint");
    }

    @Override
    public void takenBack(long importId, Collection<Long> dealIds, Instant at) {
        if (kind == ContactKind.PERSON) {
            contacts.deleteOrganizations(importId, at);
        }
    }
}
