package app.tahap.contact;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds and makes many contacts at once, by the same rules as {@link Organizations} and {@link People}. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ContactImport {

    private final JdbcClient jdbc;
    private final Names locks;
    private final Clock clock;

    ContactImport(JdbcClient jdbc, Names locks, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.clock = clock;
    }

    /** A person's name and the organisation's id, if there is one. */
    public record PersonName(String name, @Nullable Long organizationId) {}

    /** The ids of organisations by their names as given; names that nobody has are left out. */
    public Map<String, Long> findOrganizations(Collection<String> names) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("""
                        select n.name, min(o.id) as id
                          from unnest(:names) as n (name)
                          join organization o on lower(o.name) = lower(n.name) and o.deleted_at is null
                         group by n.name
                        """).param("names", names.toArray(String[]::new)).query(row -> {
            found.put(row.getString("name"), row.getLong("id"));
        });
        return found;
    }

    /** Makes organisations, one for names that differ in case only, and none for names that somebody has taken by now. */
    public void createOrganizations(Collection<String> names) {
        locks.lock(names);
        createOrganizations(names, null);
    }

    /** The same where nobody else can make any, and known as brought in by an import of people. */
    void createOrganizations(Collection<String> names, @Nullable Long importId) {
        jdbc.sql("""
                        insert into organization (name, created_at, import_id)
                        select distinct on (lower(n.name)) n.name, :now, :import from unnest(:names) as n (name)
                         where not exists (select from organization o
                                            where lower(o.name) = lower(n.name) and o.deleted_at is null)
                        """)
                .param("names", names.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId, Types.BIGINT)
                .update();
    }

    /** The ids of people by name and organisation as given; those whom nobody knows are left out. */
    public Map<PersonName, Long> findPeople(Collection<PersonName> people) {
        List<PersonName> asked = List.copyOf(people);
        Map<PersonName, Long> found = new HashMap<>();
        jdbc.sql("""
                        select n.number,
                               (select p.id from person p
                                 where lower(p.name) = lower(n.name) and p.deleted_at is null
                                   and (p.organization_id = n.organization_id or p.organization_id is null
                                        or n.organization_id is null)
                                 order by p.organization_id nulls last, p.id limit 1) as id
                          from unnest(:names, :organizations) with ordinality as n (name, organization_id, number)
                        """)
                .param("names", asked.stream().map(PersonName::name).toArray(String[]::new))
                .param(
                        "organizations",
                        asked.stream().map(PersonName::organizationId).toArray(Long[]::new))
                .query(row -> {
                    Long id = row.getObject("id", Long.class);
                    if (id != null) {
                        found.put(asked.get(row.getInt("number") - 1), id);
                    }
                });
        return found;
    }

    /**
     * Makes people, one for names at the same organisation that differ in case only, and none whom somebody has made there by
     * now.
     */
    public void createPeople(Collection<PersonName> people) {
        List<PersonName> wanted = List.copyOf(people);
        locks.lock(wanted.stream().map(PersonName::name).toList());
        jdbc.sql("""
                        insert into person (name, organization_id, created_at)
                        select distinct on (lower(n.name), n.organization_id) n.name, n.organization_id, :now
                          from unnest(:names, :organizations) as n (name, organization_id)
                         where not exists (select from person p
                                            where lower(p.name) = lower(n.name) and p.deleted_at is null
                                              and p.organization_id is not distinct from n.organization_id)
                        """)
                .param("names", wanted.stream().map(PersonName::name).toArray(String[]::new))
                .param(
                        "organizations",
                        wanted.stream().map(PersonName::organizationId).toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is missing among the known. */
    public static <T> Set<T> missing(Collection<T> wanted, Map<T, Long> known) {
        Set<T> missing = new HashSet<>(wanted);
        missing.removeAll(known.keySet());
        return missing;
    }
}
