package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import app.tahap.deal.OutcomeExtension.Typed;
import app.tahap.field.FieldForm;
import app.tahap.web.Htmx;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/deals/{dealId}/outcome")
class DealOutcomeController {

    private final DealService deals;
    private final DealPlaces places;
    private final OutcomeReasons reasons;
    private final PassageForms forms;
    private final PassagePanel panel;
    private final OutcomeExtensions extensions;
    private final BoardAnswers answers;

    DealOutcomeController(
            DealService deals,
            DealPlaces places,
            OutcomeReasons reasons,
            PassageForms forms,
            PassagePanel panel,
            OutcomeExtensions extensions,
            BoardAnswers answers) {
        this.deals = deals;
        this.places = places;
        this.reasons = reasons;
        this.forms = forms;
        this.panel = panel;
        this.extensions = extensions;
        this.answers = answers;
    }

    @GetMapping
    String ask(
            @PathVariable long dealId,
            @RequestParam Outcome outcome,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        requireClosed(outcome);
        DealPlace deal = places.load(dealId, viewer);
        model.addAttribute("form", new OutcomeForm(outcome, null, null, deal.version(), UUID.randomUUID(), null));
        return show(deal, outcome, new Typed(Map.of(), Map.of()), request, viewer, model);
    }

    @PostMapping
    String close(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") OutcomeForm form,
            BindingResult errors,
            @Valid @ModelAttribute("passage") PassageForm passage,
            BindingResult passageErrors,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Long from,
            DealCriteria criteria,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Outcome outcome = requireClosed(form.outcome());
        if (!errors.hasErrors() && !reasons.mayBeChosen(form.reasonId(), outcome)) {
            errors.rejectValue("reasonId", "deal.outcome.reason.required");
        }
        Map<String, String> wrong = extensions.check(outcome, form.answers(), viewer);
        if (errors.hasErrors() || !wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Typed typed = new Typed(form.answers(), wrong);
            return show(places.load(dealId, viewer), outcome, typed, request, viewer, model);
        }
        DealDuplicates duplicates = forms.check(dealId, passage, passageErrors, viewer);
        FieldForm fields = forms.fields(dealId, passage, parameters, viewer);
        if (!passageErrors.hasErrors() && !fields.hasErrors() && duplicates.isEmpty()) {
            try {
                long event = deals.close(dealId, form.closing(outcome), forms.passage(passage, fields, viewer), viewer);
                String message = "deal.outcome.done." + outcome;
                BoardRequest asked = new BoardRequest(request, viewer, model, flash);
                return answers.answer(dealId, from, event, message, criteria, asked);
            } catch (CriteriaMissingException missing) {
                panel.tell(missing, passage, passageErrors);
            } catch (PartRefusedException refused) {
                // its fields, shown again, say why
            } catch (StaleDealException stale) {
                if (!panel.asksAgain(dealId, from, passage, passageErrors, viewer)) {
                    throw stale;
                }
            }
        }
        response.setStatus(PassagePanel.status(passageErrors).value());
        model.addAttribute("from", from);
        model.addAttribute("duplicates", duplicates);
        model.addAttribute("view", panel.show(dealId, null, passage, parameters, viewer));
        return PassagePanel.page(request, model);
    }

    /** Open is no outcome that can be given; a closed deal is reopened. */
    private static Outcome requireClosed(@Nullable Outcome outcome) {
        if (outcome == null || !outcome.isClosed()) {
            throw new NotFoundException("outcome", String.valueOf(outcome));
        }
        return outcome;
    }

    private String show(
            DealPlace deal, Outcome outcome, Typed typed, HttpServletRequest request, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute("reasons", reasons.choices(outcome));
        model.addAttribute("extensions", extensions.show(outcome, typed, viewer));
        return Htmx.isEnhanced(request) ? "deal/outcome :: form" : "deal/outcome";
    }
}
