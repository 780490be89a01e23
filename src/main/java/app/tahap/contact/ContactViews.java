package app.tahap.contact;

import app.tahap.web.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one organisation or person for its page. */
@Repository
public class ContactViews {

    private final JdbcClient jdbc;
    private final ContactList list;

    ContactViews(JdbcClient jdbc, ContactList list) {
        this.jdbc = jdbc;
        this.list = list;
    }

    /** @throws NotFoundException where there is none, or it was deleted */
    public OrganizationView organization(long id) {
        return jdbc.sql(
                        "select id, name, website, phone, address from organization where id = :id and deleted_at is null")
                .param("id", id)
                .query(OrganizationView.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("organisation", id));
    }

    /** @throws NotFoundException where there is none, or it was deleted */
    public PersonView person(long id) {
        return jdbc.sql("""
                        select p.id, p.name, p.organization_id, o.name as organization, p.job_title, p.email, p.phone
                          from person p left join organization o on o.id = p.organization_id
                         where p.id = :id and p.deleted_at is null
                        """)
                .param("id", id)
                .query(PersonView.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("person", id));
    }

    /** The people at an organisation, by name. */
    public List<ContactRow> peopleOf(long organizationId) {
        return list.peopleOf(organizationId);
    }

    /** An organisation as its page shows it. */
    public record OrganizationView(
            long id,
            String name,
            @Nullable String website,
            @Nullable String phone,
            @Nullable String address) {}

    /** A person as the page shows him or her. */
    public record PersonView(
            long id,
            String name,
            @Nullable Long organizationId,
            @Nullable String organization,
            @Nullable String jobTitle,
            @Nullable String email,
            @Nullable String phone) {}
}
