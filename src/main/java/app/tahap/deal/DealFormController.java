package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.Organizations;
import app.tahap.field.FieldForm;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The full form of a deal, new or to be amended. */
@Controller
class DealFormController {

    private static final String FIELDS = "customFields";

    private final DealForms forms;
    private final DealViews views;
    private final DealPlaces places;
    private final Organizations organizations;
    private final Notices notices;

    DealFormController(
            DealForms forms, DealViews views, DealPlaces places, Organizations organizations, Notices notices) {
        this.forms = forms;
        this.views = views;
        this.places = places;
        this.organizations = organizations;
        this.notices = notices;
    }

    @GetMapping("/deals/new")
    String askForNew(
            @RequestParam(required = false) @Nullable Long stage,
            @RequestParam(required = false) @Nullable Long organization,
            Viewer viewer,
            Model model) {
        DealForm empty = new DealForm(
                null,
                null,
                viewer.baseCurrency(),
                null,
                stage,
                viewer.id(),
                organization == null ? null : organizations.name(organization),
                null,
                null,
                null,
                null,
                null,
                null,
                UUID.randomUUID(),
                null);
        model.addAttribute("form", empty);
        model.addAttribute(FIELDS, forms.fields(null, viewer));
        return show(null, forms.choices(null, viewer), model);
    }

    @PostMapping("/deals")
    String create(
            @Valid @ModelAttribute("form") DealForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        DealChoices choices = forms.choices(null, viewer);
        DealForms.check(form, choices, true, errors, viewer);
        FieldForm fields = forms.readFields(parameters, null, viewer);
        model.addAttribute(FIELDS, fields);
        if (isRefused(form, null, errors.hasErrors() || fields.hasErrors(), response, model)) {
            return show(null, choices, model);
        }
        Optional<NewDeal> created = Optional.empty();
        try {
            created =
                    Attempt.of(() -> forms.create(form, fields, viewer), errors, DealFormController::fieldOf, response);
        } catch (DuplicateKeyException repeated) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("unusedKey", UUID.randomUUID());
        }
        if (created.isEmpty()) {
            return show(null, forms.choices(null, viewer), model);
        }
        DealPlace place = places.load(created.get().id(), viewer);
        notices.tell(
                flash,
                created.get().messageKey(),
                place.title(),
                place.stage(),
                Objects.requireNonNullElse(place.organization(), ""));
        return "redirect:/deals/" + place.id();
    }

    @GetMapping("/deals/{dealId}/edit")
    String ask(@PathVariable long dealId, Viewer viewer, Model model) {
        DealView deal = present(dealId, viewer);
        model.addAttribute("form", DealForms.of(deal, viewer));
        model.addAttribute(FIELDS, forms.fields(deal, viewer));
        return show(deal, forms.choices(deal, viewer), model);
    }

    @PostMapping("/deals/{dealId}")
    String amend(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") DealForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        DealView deal = present(dealId, viewer);
        DealChoices choices = forms.choices(deal, viewer);
        DealForms.check(form, choices, false, errors, viewer);
        FieldForm fields = forms.readFields(parameters, deal, viewer);
        model.addAttribute(FIELDS, fields);
        if (isRefused(form, deal, errors.hasErrors() || fields.hasErrors(), response, model)) {
            return show(deal, choices, model);
        }
        try {
            Runnable change = () -> forms.amend(form, fields, deal, viewer);
            if (!Attempt.succeeds(change, errors, DealFormController::fieldOf, response)) {
                return show(deal, forms.choices(deal, viewer), model);
            }
        } catch (StaleDealException overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            DealView now = present(dealId, viewer);
            model.addAttribute("overtaken", places.load(dealId, viewer));
            model.addAttribute("differences", forms.differences(now, form, fields, choices, viewer));
            return show(now, choices, model);
        }
        return "redirect:/deals/" + dealId;
    }

    private boolean isRefused(
            DealForm form, @Nullable DealView before, boolean wrong, HttpServletResponse response, Model model) {
        DealDuplicates duplicates = forms.duplicates(form, before);
        boolean refused = wrong || !duplicates.isEmpty();
        if (refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("duplicates", duplicates);
        }
        return refused;
    }

    /** What can be otherwise than a moment ago, when the form was checked: the owner has left, or the stage is archived. */
    private static String fieldOf(RuleException refused) {
        return refused.messageKey().equals("deal.owner.left") ? "owner" : "stage";
    }

    private DealView present(long dealId, Viewer viewer) {
        DealView deal = views.load(dealId, viewer);
        if (deal.deleted()) {
            throw new RuleException("deal.form.deleted");
        }
        return deal;
    }

    private static String show(@Nullable DealView deal, DealChoices choices, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute("choices", choices);
        return "deal/form";
    }
}
