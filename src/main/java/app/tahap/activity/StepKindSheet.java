package app.tahap.activity;

import app.tahap.deal.DealSheet;
import app.tahap.deal.SheetColumn;
import app.tahap.deal.SheetWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which kind the next steps of open deals are, in files of deals. */
@Component
@Order(0)
class StepKindSheet implements DealSheet {

    private static final String KEY = "step-kind";

    private final JdbcClient jdbc;
    private final MessageSource messages;

    StepKindSheet(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public List<SheetColumn> columns(Locale locale) {
        return List.of(new SheetWords(messages).column(KEY, locale, "activity.sheet.kind"));
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        Map<Long, Map<String, Object>> cells = new HashMap<>();
        jdbc.sql("""
                        select distinct on (a.deal_id) a.deal_id, k.label
                          from activity a
                          join activity_kind k on k.id = a.kind_id
                          join deal d on d.id = a.deal_id and d.outcome = 'OPEN'
                         where a.deal_id = any(:deals) and a.done_at is null and a.deleted_at is null
                         order by a.deal_id, a.due_on, a.due_time nulls last, a.id
                        """).param("deals", dealIds.toArray(Long[]::new)).query(row -> {
            cells.put(row.getLong("deal_id"), Map.of(KEY, row.getString("label")));
        });
        return cells;
    }
}
