package app.tahap.campaign;

import app.tahap.web.Choice;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns that a deal can have come by. */
@Repository
public class Campaigns {

    private final JdbcClient jdbc;
    private final Clock clock;

    Campaigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Campaigns in use, the latest first, and one that stays on offer although it may be archived. */
    public List<Choice> choices(@Nullable Long current) {
        return jdbc.sql("""
                        select id, name from campaign where archived_at is null or id = :current
                         order by starts_on desc nulls last, lower(name), id
                        """)
                .param("current", current, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** The lead sources to which campaigns belong, by the campaigns' ids; those without one are left out. */
    public Map<Long, Long> sources() {
        Map<Long, Long> sources = new HashMap<>();
        jdbc.sql("select id, source_id from campaign where source_id is not null")
                .query(row -> {
                    sources.put(row.getLong("id"), row.getLong("source_id"));
                });
        return sources;
    }

    /** The ids of all campaigns, archived ones too, by their names in small letters. */
    public Map<String, Long> byName() {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select id, name from campaign").query(row -> {
            ids.put(row.getString("name").toLowerCase(Locale.ROOT), row.getLong("id"));
        });
        return ids;
    }

    /** Makes campaigns of which nothing but the name is known, unless somebody has made them by now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(Collection<String> names) {
        jdbc.sql("""
                        insert into campaign (name, created_at) select name, :now from unnest(:names) as name
                            on conflict (lower(name)) do nothing
                        """)
                .param("names", names.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
