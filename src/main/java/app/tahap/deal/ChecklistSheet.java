package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.CellLabels;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is ticked of the checklists of a deal's pipeline, in files of deals, parted by semicolons. */
@Component
@Order(6)
class ChecklistSheet implements ImportedSheet {

    private static final String KEY = "checklist";

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    ChecklistSheet(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "deal.sheet.checklist";
    }

    @Override
    public List<SheetColumn> columns(Locale locale) {
        return List.of(new SheetWords(messages).column(KEY, locale, "deal.sheet.checklist"));
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        Map<Long, Map<String, Object>> cells = new HashMap<>();
        jdbc.sql("""
                        select t.deal_id, string_agg(c.text, '; ' order by s.position, s.id, c.position, c.id) as items
                          from deal_tick t
                          join exit_criterion c on c.id = t.criterion_id and c.removed_at is null
                          join stage s on s.id = c.stage_id
                         where t.deal_id = any(:deals)
                         group by t.deal_id
                        """).param("deals", dealIds.toArray(Long[]::new)).query(row -> {
            cells.put(row.getLong("deal_id"), Map.of(KEY, row.getString("items")));
        });
        return cells;
    }

    @Override
    public CellReader reader() {
        Set<String> known = new HashSet<>(
                jdbc.sql("select lower(text) from exit_criterion where kind = 'CHECKLIST' and removed_at is null")
                        .query(String.class)
                        .list());
        return (key, cell, text) -> {
            List<String> items = CellLabels.split(cell, item -> known.contains(plain(item)));
            boolean readable = !items.isEmpty() && items.stream().allMatch(item -> known.contains(plain(item)));
            return readable ? Optional.of(items) : Optional.empty();
        };
    }

    private static String plain(String item) {
        return item.toLowerCase(Locale.ROOT);
    }

    /** An item that several stages have is ticked in each. */
    @Override
    public void write(Map<Long, Map<String, Object>> values, Viewer importer) {
        List<Long> deals = new ArrayList<>();
        List<String> items = new ArrayList<>();
        values.forEach((deal, told) -> {
            if (told.get(KEY) instanceof List<?> ticked) {
                ticked.forEach(item -> {
                    deals.add(deal);
                    items.add(item.toString());
                });
            }
        });
        if (deals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into deal_tick (deal_id, criterion_id, ticked_by, ticked_at)
                        select t.deal, c.id, :importer::bigint, :now::timestamptz
                          from unnest(:deals, :items) as t (deal, item)
                          join deal d on d.id = t.deal
                          join stage s on s.pipeline_id = d.pipeline_id
                          join exit_criterion c on c.stage_id = s.id and c.removed_at is null and lower(c.text) = lower(t.item)
                            on conflict do nothing
                        """)
                .param("importer", importer.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("deals", deals.toArray(Long[]::new))
                .param("items", items.toArray(String[]::new))
                .update();
    }
}
