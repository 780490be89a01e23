package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedSheet;
import app.tahap.deal.ImportedSheet.CellReader;
import app.tahap.deal.SheetColumn;
import app.tahap.exchange.ImportSettings.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The columns that other modules know, from the choice of the file's columns to the deals. */
@Component
class ImportSheets {

    private final List<ImportedSheet> sheets;
    private final JdbcClient jdbc;

    ImportSheets(List<ImportedSheet> sheets, JdbcClient jdbc) {
        this.sheets = sheets;
        this.jdbc = jdbc;
    }

    /** Columns that belong together. */
    record Group(String title, List<SheetColumn> columns) {}

    List<Group> groups(Locale locale) {
        return sheets.stream()
                .map(sheet -> new Group(sheet.title(), sheet.columns(locale)))
                .filter(group -> !group.columns().isEmpty())
                .toList();
    }

    /** Which of a file's columns are called like which column, apart from those that are used already. */
    static Map<String, Integer> guess(List<String> headings, Collection<Integer> used, List<Group> groups) {
        Set<Integer> taken = new HashSet<>(used);
        Map<String, Integer> guess = new HashMap<>();
        groups.stream().flatMap(group -> group.columns().stream()).forEach(column -> {
            for (int i = 0; i < headings.size(); i++) {
                if (!guess.containsKey(column.key()) && column.isNamed(headings.get(i)) && taken.add(i)) {
                    guess.put(column.key(), i);
                }
            }
        });
        return guess;
    }

    /** A column that is not there any more is not read. */
    SheetReader reader(Columns columns, FileText text, Locale locale) {
        List<SheetReader.Column> told = new ArrayList<>();
        Map<String, Integer> chosen = columns.toldOthers();
        for (ImportedSheet sheet : chosen.isEmpty() ? List.<ImportedSheet>of() : sheets) {
            CellReader reader = sheet.reader();
            for (SheetColumn column : sheet.columns(locale)) {
                Integer index = chosen.get(column.key());
                if (index != null) {
                    told.add(new SheetReader.Column(column.key(), column.name(), index, reader));
                }
            }
        }
        return new SheetReader(told, text);
    }

    /** The names that writing would add to lists, by what is counted. */
    Map<String, Set<String>> additions(Collection<DealDraft> drafts) {
        List<Map<String, Object>> values = drafts.stream()
                .map(DealDraft::others)
                .filter(others -> !others.isEmpty())
                .toList();
        Map<String, Set<String>> additions = new HashMap<>();
        if (!values.isEmpty()) {
            sheets.forEach(sheet -> additions.putAll(sheet.additions(values)));
        }
        return additions;
    }

    /** @param values by the external ids of deals that the transaction has written */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Map<String, Map<String, Object>> values, long importId, Viewer importer) {
        if (values.isEmpty()) {
            return;
        }
        Map<Long, Map<String, Object>> byDeal = new HashMap<>();
        jdbc.sql("""
                        select id, external_id from deal
                         where external_id = any(:ids) and import_id = :import and deleted_at is null
                        """)
                .param("ids", values.keySet().toArray(String[]::new))
                .param("import", importId)
                .query(row -> {
                    byDeal.put(row.getLong("id"), values.getOrDefault(row.getString("external_id"), Map.of()));
                });
        sheets.forEach(sheet -> sheet.write(byDeal, importer));
    }
}
