package app.tahap.deal;

import app.tahap.web.Choice;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The team's own marks on deals. */
@Repository
public class Tags {

    static final int LONGEST = 100;

    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tags on offer, and those that stay on offer although they may be archived. */
    List<Choice> choices(Collection<Long> current) {
        return jdbc.sql("""
                        select id, label from tag where archived_at is null or id = any(:current) order by position, id
                        """)
                .param("current", current.toArray(Long[]::new))
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }

    /** The tags that a text names, with commas between them. */
    public static Set<String> split(@Nullable String text) {
        Set<String> labels = new LinkedHashSet<>();
        if (text != null) {
            Arrays.stream(text.split("[,;]"))
                    .map(String::strip)
                    .filter(label -> !label.isEmpty())
                    .forEach(labels::add);
        }
        return labels;
    }

    /** The ids of all tags, archived ones too, by their labels in small letters. */
    public Map<String, Long> byLabel() {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select id, label from tag").query(row -> {
            ids.put(row.getString("label").toLowerCase(Locale.ROOT), row.getLong("id"));
        });
        return ids;
    }

    /** Makes tags, unless they are there already in whatever case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(Collection<String> labels) {
        jdbc.sql("""
                        insert into tag (label, position)
                        select label, (select coalesce(max(position), 0) from tag) + number
                          from unnest(:labels) with ordinality as n (label, number)
                            on conflict (lower(label)) do nothing
                        """).param("labels", labels.toArray(String[]::new)).update();
    }

    /** The ids of the tags that a text names, made where there are none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> findOrCreate(@Nullable String text) {
        Set<String> labels = split(text);
        if (labels.isEmpty()) {
            return List.of();
        }
        create(labels);
        Map<String, Long> ids = byLabel();
        return labels.stream()
                .map(label -> ids.get(label.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }
}
