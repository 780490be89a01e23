package app.tahap.contact;

import app.tahap.field.RecordKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Organisations and people, where both are treated alike. */
public enum ContactKind {
    ORGANIZATION(
            RecordKind.ORGANIZATION, "organization", "organizations", Map.of(), "name", "website", "phone", "address"),
    PERSON(
            RecordKind.PERSON,
            "person",
            "people",
            Map.of("organization_id", "(select o.name from organization o where o.id = c.organization_id)"),
            "name",
            "organization_id",
            "job_title",
            "email",
            "phone");

    private final RecordKind records;
    private final String table;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // written once
    private final Map<String, String> columns = new LinkedHashMap<>();

    ContactKind(RecordKind records, String table, String path, Map<String, String> shown, String... columns) {
        this.records = records;
        this.table = table;
        this.path = path;
        for (String column : columns) {
            this.columns.put(column, shown.getOrDefault(column, "c." + column));
        }
    }

    /** Of which kind the administrator's fields are. */
    public RecordKind records() {
        return records;
    }

    /** Where they are in the database. */
    public String table() {
        return table;
    }

    /** The page of one of them. */
    public String page(long id) {
        return "/" + path + "/" + id;
    }

    /** The first part of their pages' addresses, and the name of their section. */
    public String path() {
        return path;
    }

    /** What is known of one, with how it is shown. */
    Map<String, String> columns() {
        return columns;
    }
}
