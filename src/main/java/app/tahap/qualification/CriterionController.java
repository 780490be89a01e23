package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeReasons;
import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a criterion is called, what it weighs, and its place among the others. */
@Controller
class CriterionController {

    private static final String ALL = FrameworkController.PAGE + "/criteria";
    private static final String ONE = QualificationSettingsController.PAGE + "/criteria/{criterionId}";

    private final Frameworks frameworks;
    private final FrameworkService service;
    private final CriterionService criteria;
    private final OutcomeReasons reasons;

    CriterionController(
            Frameworks frameworks, FrameworkService service, CriterionService criteria, OutcomeReasons reasons) {
        this.frameworks = frameworks;
        this.service = service;
        this.criteria = criteria;
        this.reasons = reasons;
    }

    @GetMapping(ALL + "/new")
    String askForNew(@PathVariable long id, Viewer viewer, Model model) {
        Framework framework = frameworks.load(id);
        model.addAttribute("form", CriterionForm.blank(service.words(AnswerKind.GENERAL, viewer.locale())));
        return page(framework, null, model);
    }

    @PostMapping(ALL)
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CriterionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        Framework framework = frameworks.load(id);
        check(form, errors);
        return Attempt.succeeds(() -> criteria.add(id, form), errors, refused -> "name", response)
                ? back(framework)
                : page(framework, null, model);
    }

    @GetMapping(ONE)
    String ask(@PathVariable long criterionId, Model model) {
        Criterion criterion = frameworks.criterion(criterionId);
        model.addAttribute("form", CriterionForm.of(criterion));
        return page(frameworks.load(criterion.frameworkId()), criterion, model);
    }

    @PostMapping(ONE)
    String edit(
            @PathVariable long criterionId,
            @Valid @ModelAttribute("form") CriterionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        Criterion criterion = frameworks.criterion(criterionId);
        check(form, errors);
        if (!Attempt.succeeds(() -> criteria.edit(criterionId, form), errors, refused -> "name", response)) {
            if (errors.hasGlobalErrors()) {
                model.addAttribute("version", frameworks.criterion(criterionId).version());
            }
            return page(frameworks.load(criterion.frameworkId()), criterion, model);
        }
        return back(frameworks.load(criterion.frameworkId()));
    }

    @PostMapping(ONE + "/place")
    String place(
            @PathVariable long criterionId,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        criteria.place(criterionId, aboveId);
        Framework framework = frameworks.load(frameworks.criterion(criterionId).frameworkId());
        if (!Htmx.isEnhanced(request)) {
            return back(framework);
        }
        model.addAttribute("framework", framework);
        model.addAttribute("criteria", CriterionPlace.of(frameworks.criteria(framework.id())));
        return "qualification/framework :: rows";
    }

    @PostMapping(ONE + "/archive")
    String archive(@PathVariable long criterionId) {
        criteria.archive(criterionId);
        return back(frameworks.load(frameworks.criterion(criterionId).frameworkId()));
    }

    @PostMapping(ONE + "/restoration")
    String restore(@PathVariable long criterionId) {
        criteria.restore(criterionId);
        return back(frameworks.load(frameworks.criterion(criterionId).frameworkId()));
    }

    private void check(CriterionForm form, BindingResult errors) {
        Long reason = form.reasonId();
        if (reason != null
                && !reasons.mayBeChosen(reason, Outcome.DISQUALIFIED)
                && !reasons.mayBeChosen(reason, Outcome.LOST)) {
            errors.rejectValue("reasonId", "web.value.invalid");
        }
    }

    private static String back(Framework framework) {
        return "redirect:" + QualificationSettingsController.PAGE + "/frameworks/" + framework.id();
    }

    /** @param criterion null for a new one */
    private String page(Framework framework, @Nullable Criterion criterion, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("framework", framework);
        model.addAttribute("criterion", criterion);
        model.addAttribute("kinds", AnswerKind.values());
        model.addAttribute("kind", criterion == null ? null : criterion.kind());
        model.addAttribute("disqualified", reasons.choices(Outcome.DISQUALIFIED));
        model.addAttribute("lost", reasons.choices(Outcome.LOST));
        return "qualification/criterion";
    }
}
