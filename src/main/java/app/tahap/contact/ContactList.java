package app.tahap.contact;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of organisations and people that were not deleted. */
@Repository
class ContactList {

    private static final String ORGANIZATIONS =
            " from organization c where c.deleted_at is null and (:text = '' or lower(c.name) like :pattern)";
    private static final String PEOPLE =
            " from person c left join organization o on o.id = c.organization_id where c.deleted_at is null"
                    + " and (:text = '' or lower(c.name) like :pattern or lower(c.email) like :pattern or lower(o.name) like :pattern)";

    private final JdbcClient jdbc;

    ContactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long countOrganizations(@Nullable String text) {
        return statement("select count(*)" + ORGANIZATIONS, text)
                .query(Long.class)
                .single();
    }

    List<ContactRow> organizations(@Nullable String text, long offset, int limit) {
        return rows(
                "select c.id, c.name, c.address as \"where\", c.website as email, c.phone" + ORGANIZATIONS,
                text,
                offset,
                limit);
    }

    long countPeople(@Nullable String text) {
        return statement("select count(*)" + PEOPLE, text).query(Long.class).single();
    }

    List<ContactRow> people(@Nullable String text, long offset, int limit) {
        return rows("select c.id, c.name, o.name as \"where\", c.email, c.phone" + PEOPLE, text, offset, limit);
    }

    List<ContactRow> peopleOf(long organizationId) {
        return jdbc.sql("""
                        select id, name, job_title as "where", email, phone from person
                         where organization_id = :organization and deleted_at is null order by lower(name), id
                        """)
                .param("organization", organizationId)
                .query(ContactRow.class)
                .list();
    }

    private List<ContactRow> rows(String sql, @Nullable String text, long offset, int limit) {
        return statement(sql + " order by lower(c.name), c.id offset :offset limit :limit", text)
                .param("offset", offset)
                .param("limit", limit)
                .query(ContactRow.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, @Nullable String text) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        String escaped = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(sql).param("text", wanted).param("pattern", "%" + escaped + "%");
    }
}
