package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedSheet;
import app.tahap.deal.SheetColumn;
import app.tahap.deal.SheetWords;
import app.tahap.web.CellLabels;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pains and needs in files of deals, parted by semicolons. What is not in the workspace's lists comes into them. */
@Component
@Order(2)
class NeedSheet implements ImportedSheet {

    private static final int LONGEST = 100;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    NeedSheet(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "assessment.tags";
    }

    @Override
    public List<SheetColumn> columns(Locale locale) {
        SheetWords words = new SheetWords(messages);
        return Arrays.stream(NeedKind.values())
                .map(kind -> words.column(key(kind), locale, "assessment.sheet." + kind))
                .toList();
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        record Row(long dealId, NeedKind kind, String labels) {}
        Map<Long, Map<String, Object>> cells = new HashMap<>();
        jdbc.sql("""
                        select t.deal_id, n.kind, string_agg(n.label, '; ' order by t.added_at, n.position, n.id) as labels
                          from deal_need t join need n on n.id = t.need_id
                         where t.deal_id = any(:deals)
                         group by t.deal_id, n.kind
                        """)
                .param("deals", dealIds.toArray(Long[]::new))
                .query(Row.class)
                .list()
                .forEach(row -> cells.computeIfAbsent(row.dealId(), none -> new HashMap<>())
                        .put(key(row.kind()), row.labels()));
        return cells;
    }

    @Override
    public CellReader reader() {
        Map<NeedKind, Set<String>> known = known();
        return (key, cell, text) -> {
            Set<String> labels = known.getOrDefault(kind(key), Set.of());
            List<String> read = CellLabels.split(cell, label -> labels.contains(label.toLowerCase(Locale.ROOT)));
            boolean possible = !read.isEmpty()
                    && read.size() <= MOST
                    && read.stream().allMatch(label -> label.length() <= LONGEST);
            return possible ? Optional.of(read) : Optional.empty();
        };
    }

    @Override
    public Map<String, Set<String>> additions(Collection<Map<String, Object>> values) {
        Map<NeedKind, Set<String>> known = known();
        Set<String> missing = new LinkedHashSet<>();
        values.forEach(told -> told(told).stream()
                .filter(need -> !known.getOrDefault(need.kind(), Set.of())
                        .contains(need.label().toLowerCase(Locale.ROOT)))
                .forEach(need -> missing.add(need.kind() + " " + need.label())));
        return Map.of("needs", missing);
    }

    @Override
    public void write(Map<Long, Map<String, Object>> values, Viewer importer) {
        List<Need> needs = new ArrayList<>();
        List<Long> deals = new ArrayList<>();
        values.forEach((deal, told) -> told(told).forEach(need -> {
            deals.add(deal);
            needs.add(need);
        }));
        if (needs.isEmpty()) {
            return;
        }
        String[] kinds = needs.stream().map(need -> need.kind().name()).toArray(String[]::new);
        String[] labels = needs.stream().map(Need::label).toArray(String[]::new);
        jdbc.sql("""
                        insert into need (kind, label, position)
                        select n.kind, n.label,
                               (select coalesce(max(position), 0) from need o where o.kind = n.kind) + n.number
                          from (select distinct on (kind, lower(label)) kind, label, number
                                  from unnest(:kinds, :labels) with ordinality as n (kind, label, number)) n
                            on conflict (kind, lower(label)) do nothing
                        """).param("kinds", kinds).param("labels", labels).update();
        jdbc.sql("""
                        insert into deal_need (deal_id, need_id, added_by, added_at)
                        select distinct t.deal, n.id, :importer::bigint, :now::timestamptz
                          from unnest(:deals, :kinds, :labels) as t (deal, kind, label)
                          join need n on n.kind = t.kind and lower(n.label) = lower(t.label)
                            on conflict do nothing
                        """)
                .param("importer", importer.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("deals", deals.toArray(Long[]::new))
                .param("kinds", kinds)
                .param("labels", labels)
                .update();
    }

    private record Need(NeedKind kind, String label) {}

    private static List<Need> told(Map<String, Object> values) {
        List<Need> needs = new ArrayList<>();
        for (NeedKind kind : NeedKind.values()) {
            if (values.get(key(kind)) instanceof List<?> labels) {
                labels.forEach(label -> needs.add(new Need(kind, label.toString())));
            }
        }
        return needs;
    }

    /** In small letters, archived ones too. */
    private Map<NeedKind, Set<String>> known() {
        Map<NeedKind, Set<String>> known = new HashMap<>();
        jdbc.sql("select kind, lower(label) as label from need").query(row -> {
            known.computeIfAbsent(NeedKind.valueOf(row.getString("kind")), none -> new HashSet<>())
                    .add(row.getString("label"));
        });
        return known;
    }

    private static String key(NeedKind kind) {
        return "need." + kind;
    }

    private static NeedKind kind(String key) {
        return NeedKind.valueOf(key.substring("need.".length()));
    }
}
