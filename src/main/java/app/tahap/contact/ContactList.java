package app.tahap.contact;

import app.tahap.web.SearchText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    private static final String PERSON = "select c.id, c.name, o.name as \"where\", c.email, c.phone";
    private static final String PAGE = " offset :offset limit :limit";

    /** More than this are found by searching, not on the page of their organisation. */
    private static final int MOST_PEOPLE = 200;

    private final JdbcClient jdbc;

    ContactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long countOrganizations(@Nullable String text, boolean deleted) {
        return statement("select count(*)" + ORGANIZATIONS, text, deleted)
                .query(Long.class)
                .single();
    }

    List<ContactRow> organizations(@Nullable String text, boolean deleted, long offset, int limit) {
        String columns = "select c.id, c.name, c.address as \"where\", c.website as email, c.phone";
        return statement(columns + ORGANIZATIONS + " order by lower(c.name), c.id" + PAGE, text, deleted)
                .param("offset", offset)
                .param("limit", limit)
                .query(ContactRow.class)
                .list();
    }

    long countPeople(@Nullable String text, boolean deleted) {
        return statement("select count(*)" + PEOPLE, text, deleted)
                .query(Long.class)
                .single();
    }

    List<ContactRow> people(@Nullable String text, boolean deleted, long offset, int limit) {
        return statement(PERSON + PEOPLE + " order by lower(c.name), c.id" + PAGE, text, deleted)
                .param("offset", offset)
                .param("limit", limit)
                .query(ContactRow.class)
                .list();
    }

    /** People by what was typed of a name, first those at the organisation of which the name was typed. */
    List<ContactRow> peopleFor(@Nullable String organization, @Nullable String text, int limit) {
        String order = " order by lower(o.name) = lower(:organization) desc nulls last, lower(c.name), c.id";
        return statement(PERSON + PEOPLE + order + PAGE, text, false)
                .param("organization", organization == null ? "" : organization.strip())
                .param("offset", 0)
                .param("limit", limit)
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

    private JdbcClient.StatementSpec statement(String sql, @Nullable String text, boolean deleted) {
        return jdbc.sql(sql)
                .param("text", SearchText.plain(text))
                .param("pattern", SearchText.anywhere(text))
                .param("deleted", deleted);
    }
}
