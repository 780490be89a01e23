package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What customers objected, in which stages, and what came of it. */
@Controller
class ObjectionReportController {

    private static final int SHARE_DECIMALS = 4;

    private final ObjectionFigures figures;
    private final ReportHead head;
    private final MessageSource messages;
    private final Clock clock;

    ObjectionReportController(ObjectionFigures figures, ReportHead head, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.head = head;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reports/objections")
    String show(
            @ModelAttribute("form") DashboardForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (head.show(form, head.pipelines(), request, response, viewer, model)) {
            model.addAttribute("period", form.on(viewer.today(clock), viewer));
            model.addAttribute("rows", read(form, viewer));
        }
        return "report/objections";
    }

    @GetMapping("/reports/objections.csv")
    void export(DashboardForm form, HttpServletResponse response, Viewer viewer) throws IOException {
        if (form.check().hasErrors()) {
            throw new NotFoundException("period", String.valueOf(form.from()));
        }
        Period period = form.on(viewer.today(clock), viewer);
        List<ObjectionRateRow> rows = read(form, viewer);
        String file = "objections-%s-%s.csv".formatted(period.start(), period.last());
        String[] headings = Stream.of(
                        "objections.type",
                        "objections.stage",
                        "objections.deals",
                        "objections.won",
                        "objections.lost",
                        "objections.disqualified",
                        "objections.undecided",
                        "objections.rate",
                        "sources.low",
                        "sources.high",
                        "objections.resolved",
                        "objections.conceded",
                        "objections.open")
                .map(key -> messages.getMessage("report." + key, null, viewer.locale()))
                .toArray(String[]::new);
        Csv csv = Csv.download(response, file, headings);
        String all = messages.getMessage("report.objections.stages", null, viewer.locale());
        rows.forEach(row -> write(row, all, csv));
    }

    private List<ObjectionRateRow> read(DashboardForm form, Viewer viewer) {
        return figures.rows(form.on(viewer.today(clock), viewer), form.deals(), viewer);
    }

    private static void write(ObjectionRateRow row, String all, Csv csv) {
        Proportion rate = row.winRate();
        Double share = rate.share();
        csv.row(
                row.type(),
                row.stage() == null ? all : row.stage(),
                row.deals().count(),
                row.won().count(),
                row.lost().count(),
                row.disqualified().count(),
                row.undecided().count(),
                share == null ? null : plain(share),
                share == null ? null : plain(rate.low()),
                share == null ? null : plain(rate.high()),
                row.resolved(),
                row.conceded(),
                row.open());
    }

    private static BigDecimal plain(double share) {
        return BigDecimal.valueOf(share)
                .setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }
}
