package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.field.FieldSql;
import app.tahap.web.SearchText;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads lists of organisations and people: those that were not deleted, or only those that were. */
@Repository
class ContactList {

    private static final String ORGANIZATIONS = """
             from organization c
            where (c.deleted_at is not null) = :deleted and c.merged_into_id is null and (:text = '' or lower(c.name) like :pattern)
            """;

    private static final String PEOPLE = """
             from person c left join organization o on o.id = c.organization_id
            where (c.deleted_at is not null) = :deleted and c.merged_into_id is null
              and (:text = '' or lower(c.name) like :pattern or lower(c.email) like :pattern or lower(o.name) like :pattern)
            """;

    private static final String ORGANIZATION =
            "select c.id, c.name, c.address as \"where\", c.website as email, c.phone";
    private static final String PERSON = "select c.id, c.name, o.name as \"where\", c.email, c.phone";
    private static final String BY_NAME = " order by lower(c.name), c.id";
    private static final String PAGE = " offset :offset limit :limit";

    /** More than this are found by searching, not on the page of their organisation. */
    private static final int MOST_PEOPLE = 200;

    private final JdbcClient jdbc;

    ContactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(ContactKind kind, ContactCriteria criteria, Viewer viewer) {
        return statement("select count(*)", kind, criteria, "", viewer)
                .query(Long.class)
                .single();
    }

    List<ContactRow> rows(ContactKind kind, ContactCriteria criteria, long offset, int limit, Viewer viewer) {
        String columns = kind == ContactKind.PERSON ? PERSON : ORGANIZATION;
        return statement(columns, kind, criteria, BY_NAME + PAGE, viewer)
                .param("offset", offset)
                .param("limit", limit)
                .query(ContactRow.class)
                .list();
    }

    /** All of a list one after the other, so that memory does not depend on how many there are. */
    @Transactional(readOnly = true)
    void forEach(ContactKind kind, ContactCriteria criteria, Viewer viewer, Consumer<ContactLine> consumer) {
        String columns = kind.columns().entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey())
                .collect(Collectors.joining(", ", "select c.id, c.fields::text as fields, ", ""));
        statement(columns, kind, criteria, BY_NAME, viewer).query(row -> {
            consumer.accept(ContactLine.of(kind, row));
        });
    }

    /** Organisations by a part of their name. */
    List<ContactRow> organizations(@Nullable String text, int limit) {
        return suggestions(ORGANIZATION + ORGANIZATIONS + BY_NAME + PAGE, text, limit)
                .query(ContactRow.class)
                .list();
    }

    /** People by what was typed of a name, first those at the organisation of which the name was typed. */
    List<ContactRow> peopleFor(@Nullable String organization, @Nullable String text, int limit) {
        String order = " order by lower(o.name) = lower(:organization) desc nulls last, lower(c.name), c.id";
        return suggestions(PERSON + PEOPLE + order + PAGE, text, limit)
                .param("organization", organization == null ? "" : organization.strip())
                .query(ContactRow.class)
                .list();
    }

    List<ContactRow> peopleOf(long organizationId) {
        return jdbc.sql("""
                        select id, name, job_title as "where", email, phone from person
                         where organization_id = :organization and deleted_at is null
                         order by lower(name), id limit :limit
                        """)
                .param("organization", organizationId)
                .param("limit", MOST_PEOPLE)
                .query(ContactRow.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(
            String columns, ContactKind kind, ContactCriteria criteria, String order, Viewer viewer) {
        FieldSql fields = new FieldSql(criteria.asked(), kind.records(), "c", viewer);
        String asked = fields.conditions().stream().map(" and "::concat).collect(Collectors.joining());
        String from = kind == ContactKind.PERSON ? PEOPLE : ORGANIZATIONS;
        return searching(columns + from + asked + order, criteria.text())
                .param("deleted", criteria.isDeleted())
                .params(fields.parameters());
    }

    private JdbcClient.StatementSpec suggestions(String sql, @Nullable String text, int limit) {
        return searching(sql, text).params(Map.of("deleted", false, "offset", 0, "limit", limit));
    }

    private JdbcClient.StatementSpec searching(String sql, @Nullable String text) {
        return jdbc.sql(sql).param("text", SearchText.plain(text)).param("pattern", SearchText.anywhere(text));
    }
}
