package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedSheet;
import app.tahap.deal.SheetColumn;
import app.tahap.deal.SheetWords;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ratings in files of deals: several columns for each criterion by which any pipeline's deals are asked. */
@Component
@Order(1)
class QualificationSheet implements ImportedSheet {

    private final Frameworks frameworks;
    private final ToldAnswers answers;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    QualificationSheet(Frameworks frameworks, ToldAnswers answers, JdbcClient jdbc, MessageSource messages) {
        this.frameworks = frameworks;
        this.answers = answers;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String title() {
        return "qualification.sheet.title";
    }

    @Override
    public List<SheetColumn> columns(Locale locale) {
        SheetWords words = new SheetWords(messages);
        Map<Long, String> names = new HashMap<>();
        frameworks.all().forEach(framework -> names.put(framework.id(), framework.name()));
        List<SheetColumn> columns = new ArrayList<>();
        for (Criterion criterion : frameworks.inUse()) {
            String framework = names.getOrDefault(criterion.frameworkId(), "");
            for (SheetPart part : SheetPart.of(criterion.kind())) {
                columns.add(words.column(
                        part.key(criterion.id()), locale, "qualification.sheet." + part, framework, criterion.name()));
            }
        }
        return columns;
    }

    @Override
    public Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale) {
        Map<Long, Map<String, Object>> cells = new HashMap<>();
        jdbc.sql("""
                        select n.deal_id, n.criterion_id, n.rating, n.amount, n.currency, n.confirmed, p.name as person, n.role,
                               n.severity, n.due, n.note
                          from qualification_answer n left join person p on p.id = n.person_id
                         where n.deal_id = any(:deals)
                        """).param("deals", dealIds.toArray(Long[]::new)).query(row -> {
            cells.computeIfAbsent(row.getLong("deal_id"), none -> new HashMap<>())
                    .putAll(cells(row, locale));
        });
        return cells;
    }

    private Map<String, Object> cells(ResultSet row, Locale locale) throws SQLException {
        long criterion = row.getLong("criterion_id");
        Map<String, Object> cells = new HashMap<>();
        put(cells, SheetPart.RATING, criterion, row.getObject("rating"));
        BigDecimal amount = row.getBigDecimal("amount");
        put(
                cells,
                SheetPart.AMOUNT,
                criterion,
                amount == null ? null : money(amount, row.getString("currency"), locale));
        boolean confirmed = row.getBoolean("confirmed");
        if (amount != null || confirmed) {
            put(cells, SheetPart.CONFIRMED, criterion, say(confirmed ? "confirmed" : "unconfirmed", locale));
        }
        put(cells, SheetPart.PERSON, criterion, row.getString("person"));
        String role = row.getString("role");
        put(cells, SheetPart.ROLE, criterion, role == null ? null : say("role." + role, locale));
        String severity = row.getString("severity");
        put(cells, SheetPart.SEVERITY, criterion, severity == null ? null : say("severity." + severity, locale));
        put(cells, SheetPart.DUE, criterion, row.getObject("due"));
        put(cells, SheetPart.NOTE, criterion, row.getString("note"));
        return cells;
    }

    private static void put(Map<String, Object> cells, SheetPart part, long criterion, @Nullable Object cell) {
        if (cell != null) {
            cells.put(part.key(criterion), cell);
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("qualification." + key, null, locale);
    }

    /** With the decimal sign of the file. */
    private static String money(BigDecimal amount, @Nullable String currency, Locale locale) {
        char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.toPlainString().replace('.', sign) + " " + currency;
    }

    @Override
    public CellReader reader() {
        return new AnswerCells(frameworks.inUse(), new SheetWords(messages));
    }

    @Override
    public void write(Map<Long, Map<String, Object>> values, Viewer importer) {
        answers.write(values, frameworks.inUse(), importer);
    }
}
