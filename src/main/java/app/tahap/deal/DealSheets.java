package app.tahap.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All columns that modules add to the file of deals. */
@Component
class DealSheets {

    private final List<DealSheet> sheets;

    DealSheets(List<DealSheet> sheets) {
        this.sheets = sheets;
    }

    List<SheetColumn> columns(Locale locale) {
        return sheets.stream().flatMap(sheet -> sheet.columns(locale).stream()).toList();
    }

    /** What deals have in these columns, in their order; for some deals at once. */
    Map<Long, List<@Nullable Object>> cells(List<SheetColumn> columns, Collection<Long> dealIds, Locale locale) {
        Map<Long, Map<String, Object>> told = new HashMap<>();
        sheets.forEach(sheet -> sheet.cells(dealIds, locale)
                .forEach((deal, cells) ->
                        told.computeIfAbsent(deal, none -> new HashMap<>()).putAll(cells)));
        Map<Long, List<@Nullable Object>> rows = new HashMap<>();
        for (Long deal : dealIds) {
            Map<String, Object> cells = told.getOrDefault(deal, Map.of());
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(cells.get(column.key())));
            rows.put(deal, row);
        }
        return rows;
    }
}
