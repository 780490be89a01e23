package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.negotiation.ObjectionOutcome;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The objections behind the numbers of their report. */
@Controller
class ObjectionListController {

    private static final int PAGE = 50;

    private final ObjectionItems items;
    private final Clock clock;

    ObjectionListController(ObjectionItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    @GetMapping("/reports/objections/list")
    String list(
            @ModelAttribute("form") DashboardForm form,
            @RequestParam(required = false) @Nullable Long type,
            @RequestParam(required = false) @Nullable Long stage,
            @RequestParam(required = false) @Nullable ObjectionOutcome outcome,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Address address = new Address(request);
        Address report = address.without("type")
                .without("stage")
                .without("outcome")
                .without("page")
                .at("/reports/objections");
        if (form.check().hasErrors()) {
            return "redirect:" + report; // which says what is wrong with the dates
        }
        Period period = form.on(viewer.today(clock), viewer);
        ObjectionItems.Choice choice = new ObjectionItems.Choice(type, stage, outcome);
        Paging paging = Paging.of(page, PAGE, items.count(choice, period, form.deals(), viewer));
        model.addAttribute("section", "dashboard");
        model.addAttribute("period", period);
        model.addAttribute("outcome", outcome);
        model.addAttribute(
                "heading",
                "report.objections."
                        + (outcome == null ? "heading" : outcome.name().toLowerCase(Locale.ROOT)));
        model.addAttribute("paging", paging);
        model.addAttribute("address", address);
        model.addAttribute("report", report);
        model.addAttribute("items", items.items(choice, period, form.deals(), viewer, paging.offset(), PAGE));
        return "report/objection-list";
    }
}
