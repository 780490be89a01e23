package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import app.tahap.deal.QuickQuestions.Asked;
import app.tahap.web.Htmx;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** A new deal with three fields, and what the team requires, straight into a column of the board. */
@Controller
class QuickDealController {

    private static final String FORM = "deal/_quick-add :: form";

    private final DealForms forms;
    private final QuickQuestions questions;
    private final BoardAnswers answers;

    QuickDealController(DealForms forms, QuickQuestions questions, BoardAnswers answers) {
        this.forms = forms;
        this.questions = questions;
        this.answers = answers;
    }

    @GetMapping("/columns/{stageId}/deals/new")
    String form(@PathVariable long stageId, HttpServletRequest request, Viewer viewer, Model model) {
        if (!Htmx.isEnhanced(request)) {
            return "redirect:/deals/new?stage=" + stageId;
        }
        model.addAttribute("form", new QuickDealForm(null, null, null, null, null, null, null));
        model.addAttribute("asked", questions.of(stageId, viewer));
        return FORM;
    }

    @PostMapping("/columns/{stageId}/deals")
    String create(
            @PathVariable long stageId,
            @Valid @ModelAttribute("form") QuickDealForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            DealCriteria criteria,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        DealAmounts.check(form.amount(), viewer.baseCurrency(), "amount", errors, viewer.locale());
        Asked asked = questions.read(stageId, parameters, viewer);
        model.addAttribute("asked", asked);
        if (!asked.offersSource(form.sourceId())) {
            errors.rejectValue("sourceId", "deal.form.source.invalid");
        }
        if (errors.hasErrors() || asked.fields().hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return FORM;
        }
        NewDeal created;
        try {
            created = forms.create(form, asked.fields(), stageId, viewer);
        } catch (RuleException refused) {
            errors.rejectValue("title", refused.messageKey(), refused.arguments(), null);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return FORM;
        } catch (DuplicateKeyException repeated) {
            errors.rejectValue("title", "deal.form.repeated");
            response.setStatus(HttpStatus.CONFLICT.value());
            return FORM;
        }
        return answers.answer(
                created.id(),
                stageId,
                null,
                created.messageKey(),
                criteria,
                new BoardRequest(request, viewer, model, flash));
    }
}
