package app.tahap.contact;

import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by what users type. */
@Component
@Transactional
public class People {

    private final PersonRepository people;
    private final Names names;
    private final JdbcClient jdbc;
    private final Clock clock;

    People(PersonRepository people, Names names, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The id of the person with that name, regardless of case, at the organisation or without one; made where there is
     * none; null for a blank name.
     */
    public @Nullable Long findOrCreate(@Nullable String name, @Nullable Long organizationId) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String trimmed = name.strip();
        return find(trimmed, organizationId).orElseGet(() -> createOnce(trimmed, organizationId));
    }

    private long createOnce(String name, @Nullable Long organizationId) {
        names.lock(name);
        return find(name, organizationId).orElseGet(() -> people.save(new Person(name, organizationId, clock.instant()))
                .id());
    }

    /** Locked, so that nobody deletes the person before the deal is there. */
    private Optional<Long> find(String name, @Nullable Long organizationId) {
        return jdbc.sql("""
                        select id from person
                         where lower(name) = lower(:name) and deleted_at is null
                           and (organization_id = :organization or organization_id is null or :anywhere)
                         order by organization_id nulls last, id limit 1 for share
                        """)
                .param("name", name)
                .param("organization", organizationId, Types.BIGINT)
                .param("anywhere", organizationId == null)
                .query(Long.class)
                .optional();
    }
}
