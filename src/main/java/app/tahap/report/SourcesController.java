package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.money.MoneyTotal;
import app.tahap.web.Csv;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of lead sources and campaigns, and what they cost. */
@Controller
class SourcesController {

    private final SourceFigures figures;
    private final ReportHead head;
    private final MessageSource messages;
    private final Clock clock;

    SourcesController(SourceFigures figures, ReportHead head, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.head = head;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reports/sources")
    String show(
            @ModelAttribute("form") DashboardForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (head.show(form, head.pipelines(), request, response, viewer, model)) {
            model.addAttribute("report", read(form, viewer));
        }
        return "report/sources";
    }

    @GetMapping("/reports/{table:sources|campaigns}.csv")
    void export(@PathVariable String table, DashboardForm form, HttpServletResponse response, Viewer viewer)
            throws IOException {
        if (form.check().hasErrors()) {
            throw new NotFoundException("period", String.valueOf(form.from()));
        }
        SourcesView report = read(form, viewer);
        String file = "%s-%s-%s.csv"
                .formatted(table, report.period().start(), report.period().last());
        Csv csv = Csv.download(response, file, headings(table, viewer.locale()));
        List<SourceRow> rows = table.equals("sources") ? report.sources() : report.campaigns();
        rows.forEach(row -> csv.row(cells(row)));
    }

    private SourcesView read(DashboardForm form, Viewer viewer) {
        return figures.show(form.on(viewer.today(clock), viewer), form.deals(), viewer);
    }

    private String[] headings(String table, Locale locale) {
        return Stream.of(
                        "name." + table,
                        "created",
                        "won",
                        "dropped",
                        "undecided",
                        "conversion",
                        "low",
                        "high",
                        "value",
                        "value.unknown",
                        "cost",
                        "cost.unvalued",
                        "per-deal",
                        "per-won",
                        "yield")
                .map(key -> messages.getMessage("report.sources." + key, null, locale))
                .toArray(String[]::new);
    }

    private static @Nullable Object[] cells(SourceRow row) {
        Proportion conversion = row.conversion();
        boolean decided = conversion.of() > 0;
        MoneyTotal cost = row.isCostKnown() ? row.cost() : null;
        return new @Nullable Object[] {
            row.name(),
            row.created().count(),
            row.won().count(),
            row.dropped().count(),
            row.undecided().count(),
            decided ? share(conversion.share()) : null,
            decided ? share(conversion.low()) : null,
            decided ? share(conversion.high()) : null,
            row.value().known() == null ? null : row.value().sum().amount().stripTrailingZeros(),
            row.value().deals() - row.value().valued(),
            cost == null ? null : cost.base().amount().stripTrailingZeros(),
            cost == null
                    ? null
                    : cost.unvalued().stream()
                            .map(money -> money.amount().stripTrailingZeros().toPlainString() + " " + money.currency())
                            .collect(Collectors.joining(", ")),
            plain(row.costPerDeal()),
            plain(row.costPerWon()),
            plain(row.yield())
        };
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private static @Nullable BigDecimal share(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share);
    }
}
