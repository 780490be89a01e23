package app.tahap.campaign;

import app.tahap.account.Viewer;
import app.tahap.money.Currencies;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of a campaign and of a source, each with its costs. */
@Controller
@RequestMapping("/campaigns")
class CostController {

    private final CampaignViews views;
    private final Costs costs;
    private final Notices notices;
    private final Clock clock;

    CostController(CampaignViews views, Costs costs, Notices notices, Clock clock) {
        this.views = views;
        this.costs = costs;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    String campaign(@PathVariable long id, Viewer viewer, Model model) {
        return empty(CostBearer.campaign(id), viewer, model);
    }

    @GetMapping("/sources/{id}")
    String source(@PathVariable long id, Viewer viewer, Model model) {
        return empty(CostBearer.source(id), viewer, model);
    }

    @PostMapping("/{id}/costs")
    String addToCampaign(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CostForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        return add(CostBearer.campaign(id), form, errors, response, viewer, model, flash);
    }

    @PostMapping("/sources/{id}/costs")
    String addToSource(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CostForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        return add(CostBearer.source(id), form, errors, response, viewer, model, flash);
    }

    @PostMapping("/{id}/costs/{costId}/removal")
    String removeFromCampaign(
            @PathVariable long id, @PathVariable long costId, Viewer viewer, RedirectAttributes flash) {
        return remove(CostBearer.campaign(id), costId, viewer, flash);
    }

    @PostMapping("/sources/{id}/costs/{costId}/removal")
    String removeFromSource(@PathVariable long id, @PathVariable long costId, Viewer viewer, RedirectAttributes flash) {
        return remove(CostBearer.source(id), costId, viewer, flash);
    }

    private String empty(CostBearer bearer, Viewer viewer, Model model) {
        model.addAttribute(
                "form", new CostForm(viewer.today(clock), null, viewer.baseCurrency(), null, UUID.randomUUID()));
        return show(bearer, viewer, model);
    }

    private String add(
            CostBearer bearer,
            CostForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        name(bearer);
        Costs.check(form, errors, viewer);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(bearer, viewer, model);
        }
        costs.add(bearer, form, viewer);
        notices.tell(flash, "campaign.cost.added");
        return "redirect:" + bearer.page();
    }

    private String remove(CostBearer bearer, long costId, Viewer viewer, RedirectAttributes flash) {
        costs.remove(bearer, costId, viewer);
        notices.tell(flash, "campaign.cost.removed");
        return "redirect:" + bearer.page();
    }

    private String show(CostBearer bearer, Viewer viewer, Model model) {
        model.addAttribute("section", "dashboard");
        model.addAttribute("bearer", bearer);
        model.addAttribute("name", name(bearer));
        model.addAttribute("campaign", bearer.kind() == CostBearer.Kind.CAMPAIGN ? views.load(bearer.id()) : null);
        model.addAttribute("costs", costs.of(bearer));
        model.addAttribute("currencies", Currencies.choices(viewer.baseCurrency(), viewer.locale()));
        return "campaign/campaign";
    }

    /** @throws NotFoundException where there is no such campaign or source */
    private String name(CostBearer bearer) {
        return bearer.kind() == CostBearer.Kind.CAMPAIGN
                ? views.load(bearer.id()).name()
                : views.sourceName(bearer.id());
    }
}
