package app.tahap.contact;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one organisation or person for its page; deleted ones too, so that they can be restored. */
@Repository
public class ContactViews {

    private final JdbcClient jdbc;
    private final ContactList list;
    private final Duplicates duplicates;

    ContactViews(JdbcClient jdbc, ContactList list, Duplicates duplicates) {
        this.jdbc = jdbc;
        this.list = list;
        this.duplicates = duplicates;
    }

    /** @throws NotFoundException where there is none */
    public OrganizationView organization(long id) {
        return jdbc.sql(
                        "select id, version, name, website, phone, address, deleted_at is not null as deleted from organization where id = :id")
                .param("id", id)
                .query(OrganizationView.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("organisation", id));
    }

    /** @throws NotFoundException where there is none */
    public PersonView person(long id) {
        return jdbc.sql("""
                        select p.id, p.version, p.name, p.organization_id, o.name as organization, p.job_title, p.email, p.phone,
                               p.deleted_at is not null as deleted
                          from person p left join organization o on o.id = p.organization_id
                         where p.id = :id
                        """)
                .param("id", id)
                .query(PersonView.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("person", id));
    }

    /** As {@link #organization}, to be changed. */
    OrganizationView presentOrganization(long id) {
        OrganizationView organization = organization(id);
        if (organization.deleted()) {
            throw new RuleException("contact.deleted");
        }
        return organization;
    }

    /** As {@link #person}, to be changed. */
    PersonView presentPerson(long id) {
        PersonView person = person(id);
        if (person.deleted()) {
            throw new RuleException("contact.deleted");
        }
        return person;
    }

    /** Organisations that may be the same as one. */
    public List<ContactRow> organizationsLike(OrganizationView it) {
        return it.deleted() ? List.of() : duplicates.organizations(it.name(), it.id());
    }

    /** People who may be the same as one. */
    public List<ContactRow> peopleLike(PersonView it) {
        return it.deleted() ? List.of() : duplicates.people(it.name(), it.email(), it.id());
    }

    /** The people at an organisation, by name. */
    public List<ContactRow> peopleOf(long organizationId) {
        return list.peopleOf(organizationId);
    }

    /** An organisation as its page shows it. */
    public record OrganizationView(
            long id,
            int version,
            String name,
            @Nullable String website,
            @Nullable String phone,
            @Nullable String address,
            boolean deleted) {

        /** The website, where a link to it does no harm. */
        public @Nullable String link() {
            return ContactRow.linkTo(website);
        }
    }

    /** A person as the page shows him or her. */
    public record PersonView(
            long id,
            int version,
            String name,
            @Nullable Long organizationId,
            @Nullable String organization,
            @Nullable String jobTitle,
            @Nullable String email,
            @Nullable String phone,
            boolean deleted) {}
}
