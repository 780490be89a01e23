package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import app.tahap.web.Csv;
import app.tahap.web.Paging;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DealListController {

    private static final int PAGE = 50;

    private final DealList list;
    private final Pipelines pipelines;
    private final Owners owners;
    private final MessageSource messages;

    DealListController(DealList list, Pipelines pipelines, Owners owners, MessageSource messages) {
        this.list = list;
        this.pipelines = pipelines;
        this.owners = owners;
        this.messages = messages;
    }

    @GetMapping("/deals")
    String list(
            DealCriteria criteria,
            @RequestParam(defaultValue = "CREATED") DealSort sort,
            @RequestParam(defaultValue = "true") boolean descending,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        DealList.Summary summary = list.summary(criteria, viewer);
        Paging paging = Paging.of(page, PAGE, summary.deals());
        model.addAttribute("section", "deals");
        model.addAttribute("pipelines", pipelines.all());
        model.addAttribute("owners", owners.choices(viewer));
        model.addAttribute("teams", owners.teams(viewer));
        model.addAttribute("outcomeChoices", Outcome.values());
        model.addAttribute("criteria", criteria);
        model.addAttribute("summary", summary);
        model.addAttribute("paging", paging);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", DealSort.values());
        model.addAttribute("descending", descending);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.rows(criteria, sort, descending, paging.offset(), PAGE, viewer));
        return "deal/list";
    }

    @GetMapping("/deals.csv")
    void export(
            DealCriteria criteria,
            @RequestParam(defaultValue = "CREATED") DealSort sort,
            @RequestParam(defaultValue = "true") boolean descending,
            HttpServletResponse response,
            Viewer viewer)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"deals.csv\"");
        Locale locale = viewer.locale();
        Function<String, String> heading = name -> messages.getMessage("deal.list." + name, null, locale);
        Csv csv = new Csv(
                response.getWriter(),
                "ID",
                heading.apply("title"),
                heading.apply("organization"),
                heading.apply("person"),
                heading.apply("pipeline"),
                heading.apply("stage"),
                heading.apply("outcome"),
                heading.apply("reason"),
                heading.apply("amount"),
                heading.apply("currency"),
                heading.apply("owner"),
                heading.apply("source"),
                heading.apply("expected"),
                heading.apply("created"),
                heading.apply("closed"));
        list.forEach(
                criteria,
                sort,
                descending,
                viewer,
                row -> csv.row(
                        row.id(),
                        row.title(),
                        row.organization(),
                        row.person(),
                        row.pipeline(),
                        row.stage(),
                        messages.getMessage("deal.outcome." + row.outcome(), null, locale),
                        row.reason(),
                        row.money() == null
                                ? null
                                : row.money().amount().stripTrailingZeros().toPlainString(),
                        row.money() == null ? null : row.money().currency(),
                        row.owner(),
                        row.source(),
                        row.expectedClose(),
                        Show.isoDate(row.createdAt(), viewer.zone()),
                        Show.isoDate(row.closedAt(), viewer.zone())));
    }
}
