package app.tahap.account;

import app.tahap.web.Choice;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of users: who can log in first, who was deactivated last. */
@Repository
class UserList {

    private static final String MATCHING = """
            from (select u.id, u.name, u.email, u.role, u.team_id, t.name as team,
                         case when u.deactivated_at is not null then 'DEACTIVATED'
                              when u.password_hash is null then 'INVITED'
                              else 'ACTIVE' end as state,
                         (select max(i.expires_at) from invitation i
                           where i.user_id = u.id and i.used_at is null and i.expires_at > :now) as invited_until
                    from users u left join team t on t.id = u.team_id) u
             where (lower(u.name) like :pattern or lower(u.email) like :pattern)
               and (u.state = :state or cast(:state as text) is null)
               and (u.team_id = :team or cast(:team as bigint) is null)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UserList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long count(UserFilter filter) {
        return statement("select count(*) " + MATCHING, filter)
                .query(Long.class)
                .single();
    }

    List<UserRow> rows(UserFilter filter, long offset, int limit) {
        return statement("select u.* " + MATCHING + """
                         order by u.state = 'DEACTIVATED', lower(u.name), u.id offset :offset limit :limit
                        """, filter)
                .param("offset", offset)
                .param("limit", limit)
                .query(UserRow.class)
                .list();
    }

    /** Who can take something over from a user: all others that were not deactivated. */
    List<Choice> successors(long userId) {
        return jdbc.sql("""
                        select id, name from users where deactivated_at is null and id <> :user order by lower(name), id
                        """)
                .param("user", userId)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("name")))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, UserFilter filter) {
        return jdbc.sql(sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("pattern", filter.pattern())
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param("team", filter.team(), Types.BIGINT);
    }
}
