package app.tahap.deal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may see a deal: what {@link DealSql} says of a viewer, asked of all colleagues at once. */
@Repository
public class DealAudience {

    private static final String AUDIENCE = """
            select u.id, u.name
              from users u
              cross join workspace w
              join deal d on d.id = :deal
              join users o on o.id = d.owner_id
             cross join lateral (select case u.role when 'ADMINISTRATOR' then 'EVERYONE'
                                                    when 'MANAGER' then w.manager_visibility
                                                    else w.rep_visibility end as visibility) v
             where u.deactivated_at is null
               and (v.visibility = 'EVERYONE' or u.id = d.owner_id or (v.visibility = 'TEAM' and u.team_id = o.team_id))
            """;

    private final JdbcClient jdbc;

    DealAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the users who may see the deal. */
    public Set<Long> among(Collection<Long> userIds, long dealId) {
        return new TreeSet<>(jdbc.sql("select id from (" + AUDIENCE + ") audience where id = any(:users)")
                .param("deal", dealId)
                .param("users", userIds.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Names of colleagues who may see the deal, of which a word begins as typed, by name. */
    List<String> suggest(@Nullable String typed, long dealId, long author, int limit) {
        String begun = typed == null ? "" : typed.strip();
        return jdbc.sql("""
                        select distinct name from (%s) audience
                         where id <> :author
                           and (starts_with(lower(name), lower(:typed)) or position(' ' || lower(:typed) in lower(name)) > 0)
                         order by name limit :limit
                        """.formatted(AUDIENCE))
                .param("deal", dealId)
                .param("author", author)
                .param("typed", begun)
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
