package app.tahap.campaign;

import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns")
class CampaignController {

    private final CampaignService campaigns;
    private final CampaignViews views;
    private final Notices notices;

    CampaignController(CampaignService campaigns, CampaignViews views, Notices notices) {
        this.campaigns = campaigns;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("section", "dashboard");
        model.addAttribute("campaigns", views.campaigns());
        model.addAttribute("sources", views.sources());
        return "campaign/campaigns";
    }

    @GetMapping("/new")
    String askForNew(Model model) {
        model.addAttribute("form", CampaignForm.empty());
        return show(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        check(form, null, errors);
        Optional<Long> made = Attempt.of(() -> campaigns.create(form), errors, CampaignController::fieldOf, response);
        if (made.isEmpty()) {
            return show(null, model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:/campaigns/" + made.get();
    }

    @GetMapping("/{id}/edit")
    String ask(@PathVariable long id, Model model) {
        CampaignView campaign = views.load(id);
        model.addAttribute("form", CampaignForm.of(campaign));
        return show(campaign, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        CampaignView campaign = views.load(id);
        check(form, campaign, errors);
        if (!Attempt.succeeds(() -> campaigns.change(id, form), errors, CampaignController::fieldOf, response)) {
            return show(views.load(id), model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:/campaigns/" + id;
    }

    @PostMapping("/{id}/archiving")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        campaigns.archive(id);
        notices.tell(flash, "campaign.archived", views.load(id).name());
        return "redirect:/campaigns/" + id;
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        campaigns.restore(id);
        notices.tell(flash, "campaign.restored", views.load(id).name());
        return "redirect:/campaigns/" + id;
    }

    private void check(CampaignForm form, @Nullable CampaignView before, BindingResult errors) {
        Long current = before == null ? null : before.sourceId();
        if (form.source() != null
                && views.sourceChoices(current).stream()
                        .noneMatch(choice -> choice.value().equals(form.source().toString()))) {
            errors.rejectValue("source", "web.value.invalid");
        }
    }

    private static String fieldOf(RuleException refused) {
        return refused.messageKey().equals("campaign.period.order") ? "endsOn" : "name";
    }

    private String show(@Nullable CampaignView campaign, Model model) {
        model.addAttribute("section", "dashboard");
        model.addAttribute("campaign", campaign);
        model.addAttribute("sources", views.sourceChoices(campaign == null ? null : campaign.sourceId()));
        return "campaign/form";
    }
}
