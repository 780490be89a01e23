package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.deal.ImportedSheet;
import app.tahap.deal.SheetColumn;
import app.tahap.deal.SheetWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To whom lost deals were lost, and when to look at them again, in files of deals. A competitor who is not in the list stands
 * with the deal alone, as one who is typed. Of a deal that is not lost nothing is read.
 */
@Component
@Order(5)
class LossSheet implements ImportedSheet {

    private static final String COMPETITOR = "loss.competitor";
    private static final String LOOK_AGAIN = "loss.look-again";

    private final JdbcClient jdbc;
    private final MessageSource messages;

    LossSheet(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String title() {
        return "closing.sheet.loss";
    }

    @Override
    public List<SheetColumn> columns(Locale locale) {
        SheetWords words = new SheetWords(messages);
        return List.of(
                words.column(COMPETITOR, locale, "closing.loss.competitor"),
                words.column(LOOK_AGAIN, locale, "closing.loss.again"));
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        Map<Long, Map<String, Object>> cells = new HashMap<>();
        jdbc.sql("""
                        select d.id, coalesce(c.label, l.other_competitor) as competitor, l.look_again
                          from deal d
                          join deal_loss l on %s
                          left join competitor c on c.id = l.competitor_id
                         where d.id = any(:deals)
                        """.formatted(DealSql.LOSS))
                .param("deals", dealIds.toArray(Long[]::new))
                .query(row -> {
                    Map<String, Object> loss = new HashMap<>();
                    put(loss, COMPETITOR, row.getString("competitor"));
                    put(loss, LOOK_AGAIN, row.getObject("look_again", LocalDate.class));
                    cells.put(row.getLong("id"), loss);
                });
        return cells;
    }

    private static void put(Map<String, Object> cells, String key, @Nullable Object cell) {
        if (cell != null) {
            cells.put(key, cell);
        }
    }

    @Override
    public CellReader reader() {
        return (key, cell, text) -> key.equals(LOOK_AGAIN)
                ? text.date(cell)
                : Optional.of(cell).filter(name -> name.length() <= LossTold.LONGEST_OTHER);
    }

    @Override
    public void write(Map<Long, Map<String, Object>> values, Viewer importer) {
        List<Long> deals = new ArrayList<>();
        List<@Nullable String> competitors = new ArrayList<>();
        List<@Nullable String> again = new ArrayList<>();
        values.forEach((deal, told) -> {
            if (told.containsKey(COMPETITOR) || told.containsKey(LOOK_AGAIN)) {
                deals.add(deal);
                competitors.add((String) told.get(COMPETITOR));
                again.add(told.get(LOOK_AGAIN) instanceof LocalDate date ? date.toString() : null);
            }
        });
        if (deals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into deal_loss (event_id, deal_id, competitor_id, other_competitor, look_again)
                        select max(e.id), t.deal, c.id, case when c.id is null then t.competitor end, t.again::date
                          from unnest(:deals, :competitors, :again) as t (deal, competitor, again)
                          join deal d on d.id = t.deal and d.outcome = 'LOST'
                          join effective_deal_event e on e.deal_id = t.deal and e.kind = 'LOST'
                          left join competitor c on lower(c.label) = lower(t.competitor)
                         group by t.deal, c.id, t.competitor, t.again
                        """)
                .param("deals", deals.toArray(Long[]::new))
                .param("competitors", competitors.toArray(String[]::new))
                .param("again", again.toArray(String[]::new))
                .update();
    }
}
