package app.tahap.contact;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds, or makes, those who write to the team. An organisation is known by its name apart from case, punctuation, order of
 * words and legal form; a person by the e-mail address, or by the name at that organisation. Nothing of a contact that is
 * there is changed by what a stranger writes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Enquirers {

    /** As the forms of contacts take it; what is no phone number of that kind stands in the deal's history alone. */
    private static final Pattern PHONE = Pattern.compile("[-+0-9 ()./]{0,40}");

    private final Organizations organizations;
    private final Names names;
    private final JdbcClient jdbc;
    private final Clock clock;

    Enquirers(Organizations organizations, Names names, JdbcClient jdbc, Clock clock) {
        this.organizations = organizations;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who wrote, and for which organisation. */
    public record Enquirer(long personId, @Nullable Long organizationId) {}

    public Enquirer findOrCreate(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String jobTitle,
            @Nullable String organization) {
        Long told = organization == null ? null : organization(organization.strip());
        names.lock(name.strip());
        Person person = byEmail(email)
                .or(() -> byName(name.strip(), email, told))
                .orElseGet(() -> new Person(create(name.strip(), email, phone, jobTitle, told), told));
        return new Enquirer(person.id(), told == null ? person.organizationId() : told);
    }

    private Long organization(String name) {
        return jdbc.sql("""
                        select id from organization
                         where deleted_at is null and name_key(name) = name_key(:name) and name_key(:name) <> ''
                         order by lower(name) = lower(:name) desc, id limit 1 for share
                        """)
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElseGet(() -> Objects.requireNonNull(organizations.findOrCreate(name)));
    }

    private record Person(long id, @Nullable Long organizationId) {}

    private Optional<Person> byEmail(@Nullable String email) {
        return email == null
                ? Optional.empty()
                : jdbc.sql("""
                                select id, organization_id from person
                                 where deleted_at is null and lower(email) = lower(:email) order by id limit 1 for share
                                """).param("email", email).query(Person.class).optional();
    }

    /** Somebody of that name with another e-mail address is somebody else. */
    private Optional<Person> byName(String name, @Nullable String email, @Nullable Long organization) {
        return organization == null
                ? Optional.empty()
                : jdbc.sql("""
                                select id, organization_id from person
                                 where deleted_at is null and name_key(name) = name_key(:name) and name_key(:name) <> ''
                                   and organization_id = :organization and (email is null or :unknown)
                                 order by id limit 1 for share
                                """)
                        .param("name", name)
                        .param("organization", organization)
                        .param("unknown", email == null)
                        .query(Person.class)
                        .optional();
    }

    private long create(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String jobTitle,
            @Nullable Long organization) {
        return jdbc.sql("""
                        insert into person (name, organization_id, job_title, email, phone, created_at)
                        values (:name, :organization::bigint, :job, :email, :phone, :now) returning id
                        """)
                .param("name", name)
                .param("organization", organization)
                .param("job", jobTitle)
                .param("email", email)
                .param("phone", phone != null && PHONE.matcher(phone).matches() ? phone : null)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
