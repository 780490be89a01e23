package app.tahap.report;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What customers objected, in which stages, and what came of it. */
@Controller
class ObjectionReportController {

    private static final int SHARE_DECIMALS = 4;

    private final ObjectionFigures figures;
    private final Pipelines pipelines;
    private final Owners owners;
    private final MessageSource messages;
    private final Clock clock;

    ObjectionReportController(
            ObjectionFigures figures, Pipelines pipelines, Owners owners, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.pipelines = pipelines;
        this.owners = owners;
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
        model.addAttribute("section", "dashboard");
        model.addAttribute("pipelines", pipelines.all());
        model.addAttribute("owners", owners.choices(viewer));
        model.addAttribute("teams", owners.teams(viewer));
        model.addAttribute("periods", PeriodChoice.values());
        model.addAttribute("address", new Address(request));
        BindingResult errors = form.check();
        model.addAllAttributes(errors.getModel());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
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
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"objections-%s-%s.csv\"".formatted(period.start(), period.last()));
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
        Csv csv = new Csv(response.getWriter(), headings);
        String all = messages.getMessage("report.objections.stages", null, viewer.locale());
        read(form, viewer).forEach(row -> write(row, all, csv));
    }

    private List<ObjectionRateRow> read(DashboardForm form, Viewer viewer) {
        DealCriteria scope = DealCriteria.NONE
                .but()
                .pipeline(form.pipeline())
                .owner(form.owner())
                .team(form.team())
                .build();
        return figures.rows(form.on(viewer.today(clock), viewer), scope, viewer);
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
