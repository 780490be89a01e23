package app.tahap.contact;

import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by what users type. */
@Component
@Transactional
public class People {

    private final PersonRepository people;
    private final JdbcClient jdbc;
    private final Clock clock;

    People(PersonRepository people, JdbcClient jdbc, Clock clock) {
        this.people = people;
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
        return jdbc.sql("""
                        select id from person
                         where lower(name) = lower(:name) and deleted_at is null
                           and (organization_id = :organization or organization_id is null or :anywhere)
                         order by organization_id nulls last, id limit 1
                        """)
                .param("name", trimmed)
                .param("organization", organizationId, Types.BIGINT)
                .param("anywhere", organizationId == null)
                .query(Long.class)
                .optional()
                .orElseGet(() -> people.save(new Person(trimmed, organizationId, clock.instant()))
                        .id());
    }
}
