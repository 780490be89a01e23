package app.tahap.contact;

import app.tahap.field.FieldValues;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, deletes and restores organisations and people. */
@Service
@Transactional
class ContactService {

    private final OrganizationRepository organizations;
    private final PersonRepository people;
    private final Organizations finder;
    private final Names names;
    private final ContactMerging merging;
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactService(
            OrganizationRepository organizations,
            PersonRepository people,
            Organizations finder,
            Names names,
            ContactMerging merging,
            JdbcClient jdbc,
            Clock clock) {
        this.organizations = organizations;
        this.people = people;
        this.finder = finder;
        this.names = names;
        this.merging = merging;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The organisation that the same form made when it was sent before. */
    Optional<Long> find(OrganizationForm form) {
        return organizations.findMadeBy(form.key(), stripped(form.name()));
    }

    /** The person whom the same form made when it was sent before. */
    Optional<Long> find(PersonForm form) {
        return people.findMadeBy(form.key(), stripped(form.name()));
    }

    /**
     * Adds an organisation, once however often the form is sent.
     *
     * @return empty where somebody has just added one of that name, and the form is not sure to mean another
     */
    Optional<Long> create(OrganizationForm form, FieldValues fields) {
        String name = stripped(form.name());
        names.lock(name);
        Optional<Long> made = find(form);
        if (made.isPresent() || (!form.isSureOf("name") && finder.find(name).isPresent())) {
            return made;
        }
        Organization organization = new Organization(name, clock.instant());
        organization.madeBy(form.key());
        describe(organization, form);
        organization.have(fields);
        return Optional.of(organizations.save(organization).id());
    }

    /** @return false, with nothing changed, where the form was filled from an earlier state of the organisation */
    boolean edit(long id, OrganizationForm form, FieldValues fields) {
        Organization organization = organization(id);
        boolean current = Objects.equals(organization.getVersion(), form.version());
        if (current) {
            describe(organization, form);
            organization.have(fields);
        }
        return current;
    }

    /** A contact with open deals is still in use; who deletes it first closes or redirects them. */
    void deleteOrganization(long id) {
        Organization organization = organization(id); // locked first, lest a deal begin between counting and deleting
        refuseWithOpenDeals("organization_id", id);
        organization.delete(clock.instant());
    }

    void restoreOrganization(long id) {
        refuseMerged(ContactKind.ORGANIZATION, id);
        organizations
                .findForChangeByIdAndDeletedAtIsNotNull(id)
                .orElseThrow(() -> new NotFoundException("deleted organisation", id))
                .restore();
    }

    /**
     * Adds a person, once however often the form is sent.
     *
     * @return empty where somebody has just added one of that name, and the form is not sure to mean another
     */
    Optional<Long> create(PersonForm form, FieldValues fields) {
        String name = stripped(form.name());
        names.lock(name);
        Optional<Long> made = find(form);
        if (made.isPresent() || (!form.isSureOf("name") && people.existsByNameIgnoreCaseAndDeletedAtIsNull(name))) {
            return made;
        }
        Person person = new Person(name, null, clock.instant());
        person.madeBy(form.key());
        describe(person, form, finder.findOrCreate(form.organization()));
        person.have(fields);
        return Optional.of(people.save(person).id());
    }

    /**
     * Changes a person.
     *
     * @param before the name of the organisation that the person has; unless another one was typed it stays that very one
     * @return false, with nothing changed, where the form was filled from an earlier state of the person
     */
    boolean edit(long id, PersonForm form, FieldValues fields, @Nullable String before) {
        Person person = person(id);
        boolean current = Objects.equals(person.getVersion(), form.version());
        if (current) {
            boolean same = Objects.equals(form.organization(), before);
            describe(person, form, same ? person.getOrganizationId() : finder.findOrCreate(form.organization()));
            person.have(fields);
        }
        return current;
    }

    void deletePerson(long id) {
        Person person = person(id);
        refuseWithOpenDeals("person_id", id);
        person.delete(clock.instant());
    }

    void restorePerson(long id) {
        refuseMerged(ContactKind.PERSON, id);
        people.findForChangeByIdAndDeletedAtIsNotNull(id)
                .orElseThrow(() -> new NotFoundException("deleted person", id))
                .restore();
    }

    /** Its deals have gone to the contact that was kept. */
    private void refuseMerged(ContactKind kind, long id) {
        if (merging.successor(kind, id).isPresent()) {
            throw new RuleException("contact.merge.restore");
        }
    }

    private void refuseWithOpenDeals(String column, long id) {
        int open = jdbc.sql("select count(*) from deal where outcome = 'OPEN' and deleted_at is null and " + column
                        + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        if (open > 0) {
            throw new RuleException("contact.delete.open-deals", open);
        }
    }

    private Organization organization(long id) {
        return organizations
                .findForChangeByIdAndDeletedAtIsNull(id)
                .orElseThrow(() -> new NotFoundException("organisation", id));
    }

    private Person person(long id) {
        return people.findForChangeByIdAndDeletedAtIsNull(id).orElseThrow(() -> new NotFoundException("person", id));
    }

    private static void describe(Organization organization, OrganizationForm form) {
        organization.describe(
                stripped(form.name()),
                blankToNull(form.website()),
                blankToNull(form.phone()),
                blankToNull(form.address()));
    }

    private static void describe(Person person, PersonForm form, @Nullable Long organizationId) {
        person.describe(
                stripped(form.name()),
                organizationId,
                blankToNull(form.jobTitle()),
                blankToNull(form.email()),
                blankToNull(form.phone()));
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
