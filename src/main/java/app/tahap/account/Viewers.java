package app.tahap.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads viewers, each with one query. */
@Repository
public class Viewers {

    private static final String VIEWER = """
            select u.id, u.name, u.email, u.role, u.team_id, u.language, u.theme,
                   case u.role when 'ADMINISTRATOR' then 'EVERYONE'
                               when 'MANAGER' then w.manager_visibility
                               else w.rep_visibility end as visibility,
                   w.name as workspace, w.base_currency, w.time_zone, w.fiscal_year_start,
                   u.celebrates
              from users u cross join workspace w
             where u.id = :id and u.deactivated_at is null
            """;

    /** The id of nobody: of Tahap, where it does something by itself. */
    static final long ITSELF = 0;

    private static final String TAHAP = """
            select %d as id, 'Tahap' as name, '' as email, 'ADMINISTRATOR' as role, null::bigint as team_id, language,
                   'AUTO' as theme, 'EVERYONE' as visibility, name as workspace, base_currency, time_zone,
                   fiscal_year_start, false as celebrates
              from workspace
            """.formatted(ITSELF);

    private final JdbcClient jdbc;

    Viewers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The viewer for an active user's id; empty where there is none, or it was deactivated. */
    public Optional<Viewer> find(long userId) {
        return jdbc.sql(VIEWER).param("id", userId).query(Viewers::map).optional();
    }

    /** On whose behalf Tahap itself changes deals: sees all of them, and is the author of none of what it does. */
    public Viewer itself() {
        return jdbc.sql(TAHAP).query(Viewers::map).single();
    }

    private static Viewer map(ResultSet row, int number) throws SQLException {
        return new Viewer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getObject("team_id", Long.class),
                Visibility.valueOf(row.getString("visibility")),
                Locale.forLanguageTag(row.getString("language")),
                Theme.valueOf(row.getString("theme")),
                row.getString("workspace"),
                Currency.getInstance(row.getString("base_currency")),
                ZoneId.of(row.getString("time_zone")),
                row.getInt("fiscal_year_start"),
                row.getBoolean("celebrates"));
    }
}
