package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedSheet;
import app.tahap.deal.SheetColumn;
import app.tahap.deal.SheetWords;
import app.tahap.web.CellLabels;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The closing signals that deals have, in files of deals, parted by semicolons. */
@Component
@Order(3)
class SignalSheet implements ImportedSheet {

    private static final String KEY = "signals";

    private final ReadyRule rule;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    SignalSheet(ReadyRule rule, JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.rule = rule;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "closing.sheet.signals";
    }

    @Override
    public List<SheetColumn> columns(Locale locale) {
        return List.of(new SheetWords(messages).column(KEY, locale, "closing.sheet.signals"));
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        Map<Long, Map<String, Object>> cells = new HashMap<>();
        jdbc.sql("""
                        select t.deal_id, string_agg(s.label, '; ' order by s.position, s.id) as labels
                          from deal_signal t join closing_signal s on s.id = t.signal_id
                         where t.deal_id = any(:deals)
                         group by t.deal_id
                        """).param("deals", dealIds.toArray(Long[]::new)).query(row -> {
            cells.put(row.getLong("deal_id"), Map.of(KEY, row.getString("labels")));
        });
        return cells;
    }

    @Override
    public CellReader reader() {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select id, lower(label) as label from closing_signal").query(row -> {
            ids.put(row.getString("label"), row.getLong("id"));
        });
        return (key, cell, text) -> {
            List<Long> read = new ArrayList<>();
            for (String label : CellLabels.split(cell, label -> ids.containsKey(plain(label)))) {
                read.add(Objects.requireNonNullElse(ids.get(plain(label)), 0L));
            }
            return read.isEmpty() || read.contains(0L) ? Optional.empty() : Optional.of(read);
        };
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(Map<Long, Map<String, Object>> values, Viewer importer) {
        List<Long> deals = new ArrayList<>();
        List<Long> signals = new ArrayList<>();
        values.forEach((deal, told) -> {
            if (told.get(KEY) instanceof List<?> ids) {
                ids.forEach(id -> {
                    deals.add(deal);
                    signals.add((Long) id);
                });
            }
        });
        if (deals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into deal_signal (deal_id, signal_id, ticked_by, ticked_at)
                        select t.deal, t.signal, :importer::bigint, :now::timestamptz
                          from unnest(:deals, :signals) as t (deal, signal)
                            on conflict do nothing
                        """)
                .param("importer", importer.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("deals", deals.toArray(Long[]::new))
                .param("signals", signals.toArray(Long[]::new))
                .update();
        rule.follow(deals);
    }
}
