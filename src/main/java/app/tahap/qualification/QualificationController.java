package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.DealAmounts;
import app.tahap.deal.DealPanel;
import app.tahap.money.Currencies;
import app.tahap.qualification.QualificationViews.Subject;
import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.Htmx;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The answers to the criteria of a deal, one at a time: in the panel of its page, or on a page of their own without scripts. */
@Controller
@RequestMapping("/deals/{dealId}/qualification")
class QualificationController {

    private final QualificationService qualification;
    private final QualificationViews views;
    private final Answers answers;
    private final AnswerDifferences words;

    QualificationController(
            QualificationService qualification, QualificationViews views, Answers answers, AnswerDifferences words) {
        this.qualification = qualification;
        this.views = views;
        this.answers = answers;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long dealId,
            @RequestParam(required = false) @Nullable Long at,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        model.addAttribute("focused", at);
        return show(views.subject(dealId, viewer), request, model);
    }

    @GetMapping("/{criterionId}")
    String ask(
            @PathVariable long dealId,
            @PathVariable long criterionId,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Subject deal = views.subject(dealId, viewer);
        Criterion criterion = qualification.asked(deal.pipelineId(), criterionId);
        Answer stored = answers.of(dealId, criterionId);
        Currency proposed = Currency.getInstance(deal.currency());
        model.addAttribute("form", AnswerForm.of(stored, proposed, viewer.locale()));
        return edit(deal, criterion, stored, null, request, viewer, model);
    }

    @PostMapping("/{criterionId}")
    String answer(
            @PathVariable long dealId,
            @PathVariable long criterionId,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Subject deal = views.subject(dealId, viewer);
        Criterion criterion = qualification.asked(deal.pipelineId(), criterionId);
        Answer stored = answers.of(dealId, criterionId);
        List<Choice> people = views.people(deal, stored.personId());
        check(form, criterion, people, errors, viewer);
        if (!Attempt.succeeds(
                () -> qualification.answer(dealId, criterionId, form, viewer),
                errors,
                refused -> "rating",
                "qualification.stale",
                response)) {
            Answer now = errors.hasGlobalErrors() ? answers.of(dealId, criterionId) : null;
            if (now != null) {
                model.addAttribute("differences", words.differences(criterion, now, form, people, viewer.locale()));
            }
            return edit(deal, criterion, stored, now, request, viewer, model);
        }
        if (!Htmx.isEnhanced(request)) {
            return "redirect:/deals/" + dealId + "#qualification";
        }
        Htmx.trigger(DealPanel.CHANGED, response);
        model.addAttribute("saved", criterion);
        model.addAttribute("focused", criterionId);
        return show(views.subject(dealId, viewer), request, model);
    }

    private static void check(
            AnswerForm form, Criterion criterion, List<Choice> people, BindingResult errors, Viewer viewer) {
        if (criterion.kind() == AnswerKind.BUDGET) {
            Currency currency = Objects.requireNonNullElse(form.currency(), viewer.baseCurrency());
            if (form.currency() != null && !Currencies.isInUse(form.currency())) {
                errors.rejectValue("currency", "web.value.invalid");
            }
            DealAmounts.check(form.amount(), currency, "amount", errors, viewer.locale());
        }
        boolean known = form.personId() == null
                || people.stream().anyMatch(person -> person.value().equals(String.valueOf(form.personId())));
        if (criterion.kind() == AnswerKind.AUTHORITY && !known) {
            errors.rejectValue("personId", "web.value.invalid");
        }
    }

    /** @param now the answer that somebody else gave meanwhile; null where nobody did */
    private String edit(
            Subject deal,
            Criterion criterion,
            Answer stored,
            @Nullable Answer now,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        model.addAttribute("editing", criterion.id());
        model.addAttribute("now", now);
        model.addAttribute("roles", AuthorityRole.values());
        model.addAttribute("severities", Severity.values());
        if (criterion.kind() == AnswerKind.BUDGET) {
            Currency base = viewer.baseCurrency();
            model.addAttribute(
                    "currencies", Currencies.choices(base, viewer.locale(), Currency.getInstance(deal.currency())));
        } else if (criterion.kind() == AnswerKind.AUTHORITY) {
            model.addAttribute("people", views.people(deal, stored.personId()));
        }
        return show(deal, request, model);
    }

    private String show(Subject deal, HttpServletRequest request, Model model) {
        QualificationView view =
                views.of(deal.deal()).orElseThrow(() -> new NotFoundException("qualification of deal", deal.id()));
        model.addAttribute("section", "deals");
        model.addAttribute("subject", deal);
        model.addAttribute("view", view);
        return Htmx.isEnhanced(request) ? "qualification/_panel :: answer" : "qualification/qualification";
    }
}
