package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeReasons;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which frameworks there are, which pipeline asks by which, and when to advise letting go. */
@Controller
@RequestMapping(QualificationSettingsController.PAGE)
class QualificationSettingsController {

    static final String PAGE = "/settings/qualification";

    private final Frameworks frameworks;
    private final FrameworkService service;
    private final PipelineChoices choices;
    private final AdviceSettings advice;
    private final OutcomeReasons reasons;
    private final Pipelines pipelines;
    private final Notices notices;

    QualificationSettingsController(
            Frameworks frameworks,
            FrameworkService service,
            PipelineChoices choices,
            AdviceSettings advice,
            OutcomeReasons reasons,
            Pipelines pipelines,
            Notices notices) {
        this.frameworks = frameworks;
        this.service = service;
        this.choices = choices;
        this.advice = advice;
        this.reasons = reasons;
        this.pipelines = pipelines;
        this.notices = notices;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new FrameworkForm(null, null, FrameworkTemplate.BANT, null));
        model.addAttribute("advice", advice.load());
        return page(model);
    }

    @PostMapping("/frameworks")
    String add(
            @Valid @ModelAttribute("form") FrameworkForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        FrameworkTemplate template = Objects.requireNonNullElse(form.template(), FrameworkTemplate.BLANK);
        return Attempt.of(
                        () -> service.add(form.requiredName(), template, viewer.locale()),
                        errors,
                        refused -> "name",
                        response)
                .map(id -> "redirect:" + PAGE + "/frameworks/" + id)
                .orElseGet(() -> {
                    model.addAttribute("advice", advice.load());
                    return page(model);
                });
    }

    @PostMapping("/pipelines/{pipelineId}")
    String choose(
            @PathVariable long pipelineId,
            @RequestParam(required = false) @Nullable Long frameworkId,
            RedirectAttributes flash) {
        Pipelines.choose(pipelines.all(), pipelineId);
        service.choose(pipelineId, frameworkId);
        notices.tell(flash, "web.saved");
        return "redirect:" + PAGE;
    }

    @PostMapping
    String advise(
            @Valid @ModelAttribute("advice") SettingsForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Long reason = form.quietReasonId();
        if (reason != null
                && !reasons.mayBeChosen(reason, Outcome.LOST)
                && !reasons.mayBeChosen(reason, Outcome.DISQUALIFIED)) {
            errors.rejectValue("quietReasonId", "web.value.invalid");
        }
        if (!Attempt.succeeds(() -> advice.change(form), errors, refused -> "lowScore", response)) {
            model.addAttribute("form", new FrameworkForm(null, null, FrameworkTemplate.BANT, null));
            model.addAttribute(
                    "adviceVersion", errors.hasGlobalErrors() ? advice.load().version() : form.version());
            return page(model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:" + PAGE;
    }

    private String page(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("frameworks", frameworks.all());
        model.addAttribute("templates", FrameworkTemplate.values());
        model.addAttribute("choices", choices.all());
        model.addAttribute("disqualified", reasons.choices(Outcome.DISQUALIFIED));
        model.addAttribute("lost", reasons.choices(Outcome.LOST));
        return "qualification/settings";
    }
}
