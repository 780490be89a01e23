package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.money.Currencies;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Choice;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The full form of a deal, new or to be amended. */
@Controller
class DealFormController {

    private final DealService deals;
    private final DealViews views;
    private final DealFormReader reader;
    private final Pipelines pipelines;
    private final Owners owners;

    DealFormController(DealService deals, DealViews views, DealFormReader reader, Pipelines pipelines, Owners owners) {
        this.deals = deals;
        this.views = views;
        this.reader = reader;
        this.pipelines = pipelines;
        this.owners = owners;
    }

    @GetMapping("/deals/new")
    String askForNew(@RequestParam(required = false) @Nullable Long stage, Viewer viewer, Model model) {
        Currency base = viewer.baseCurrency();
        model.addAttribute(
                "form",
                new DealForm(null, null, base, null, stage, viewer.id(), null, null, null, 0, UUID.randomUUID()));
        return show(null, viewer, model);
    }

    @PostMapping("/deals")
    String create(
            @Valid @ModelAttribute("form") DealForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (form.stage() == null) {
            errors.rejectValue("stage", "deal.form.stage.required");
        }
        Optional<DealFacts> facts = reader.read(form, null, errors, viewer);
        if (facts.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(null, viewer, model);
        }
        long id = deals.create(facts.get(), Objects.requireNonNull(form.stage()), form.key(), viewer);
        return "redirect:/deals/" + id;
    }

    @GetMapping("/deals/{dealId}/edit")
    String ask(@PathVariable long dealId, Viewer viewer, Model model) {
        DealView deal = present(dealId, viewer);
        model.addAttribute("form", reader.formOf(deal, viewer));
        return show(deal, viewer, model);
    }

    @PostMapping("/deals/{dealId}")
    String amend(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") DealForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        DealView deal = present(dealId, viewer);
        Optional<DealFacts> facts = reader.read(form, deal, errors, viewer);
        boolean stale = deal.version() != form.version();
        if (facts.isEmpty() || stale) {
            response.setStatus((stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
            model.addAttribute("stale", stale);
            model.addAttribute("current", reader.formOf(deal, viewer));
            return show(deal, viewer, model);
        }
        deals.amend(dealId, facts.get(), form.version(), form.key(), viewer);
        return "redirect:/deals/" + dealId;
    }

    private DealView present(long dealId, Viewer viewer) {
        DealView deal = views.load(dealId, viewer);
        if (deal.deleted()) {
            throw new RuleException("deal.form.deleted");
        }
        return deal;
    }

    private String show(@Nullable DealView deal, Viewer viewer, Model model) {
        List<Choice> ownerChoices = new ArrayList<>(owners.choices(viewer));
        if (deal != null
                && ownerChoices.stream().noneMatch(choice -> choice.value().equals(Long.toString(deal.ownerId())))) {
            ownerChoices.add(new Choice(deal.ownerId(), deal.owner()));
        }
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute("pipelines", pipelines.all());
        model.addAttribute("owners", ownerChoices);
        model.addAttribute("currencies", Currencies.choices(viewer.baseCurrency(), viewer.locale()));
        model.addAttribute("sources", views.sources(deal == null ? null : deal.sourceId()));
        return "deal/form";
    }
}
