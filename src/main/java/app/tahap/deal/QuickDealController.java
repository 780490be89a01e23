package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new deal with three fields, straight into a column of the board. */
@Controller
class QuickDealController {

    private final DealForms forms;
    private final BoardAnswers answers;

    QuickDealController(DealForms forms, BoardAnswers answers) {
        this.forms = forms;
        this.answers = answers;
    }

    @GetMapping("/columns/{stageId}/deals/new")
    String form(@PathVariable long stageId, HttpServletRequest request, Viewer viewer, Model model) {
        if (!Htmx.isEnhanced(request)) {
            return "redirect:/deals/new?stage=" + stageId;
        }
        model.addAttribute("form", new QuickDealForm(null, null, null, null));
        return "deal/_quick-add :: form";
    }

    @PostMapping("/columns/{stageId}/deals")
    String create(
            @PathVariable long stageId,
            @Valid @ModelAttribute("form") QuickDealForm form,
            BindingResult errors,
            DealCriteria criteria,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        DealAmounts.check(form.amount(), viewer.baseCurrency(), "amount", errors, viewer.locale());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "deal/_quick-add :: form";
        }
        NewDeal created;
        try {
            created = forms.create(form, stageId, viewer);
        } catch (DuplicateKeyException repeated) {
            errors.rejectValue("title", "deal.form.repeated");
            response.setStatus(HttpStatus.CONFLICT.value());
            return "deal/_quick-add :: form";
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
