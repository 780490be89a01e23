package app.tahap.assessment;

import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
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

/** The questions of a pipeline, among the settings. */
@Controller
@RequestMapping("/settings/questions")
class QuestionController {

    private final Questions questions;
    private final QuestionService service;
    private final QuestionTemplates templates;
    private final Pipelines pipelines;
    private final Notices notices;

    QuestionController(
            Questions questions,
            QuestionService service,
            QuestionTemplates templates,
            Pipelines pipelines,
            Notices notices) {
        this.questions = questions;
        this.service = service;
        this.templates = templates;
        this.pipelines = pipelines;
        this.notices = notices;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long pipeline, Model model) {
        showList(pipeline, model);
        return "assessment/questions";
    }

    /** Begins a pipeline's set with the usual open questions, where it has none. */
    @PostMapping("/beginning")
    String begin(@RequestParam long pipeline) {
        PipelineView chosen = Pipelines.choose(pipelines.all(), pipeline);
        templates.begin(chosen.id());
        return back(chosen.id());
    }

    @GetMapping("/new")
    String askForNew(@RequestParam(required = false) @Nullable Long pipeline, Model model) {
        model.addAttribute("form", QuestionForm.blank());
        return show(Pipelines.choose(pipelines.all(), pipeline), null, model);
    }

    @PostMapping
    String add(
            @RequestParam long pipeline,
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        PipelineView chosen = Pipelines.choose(pipelines.all(), pipeline);
        boolean added = Attempt.succeeds(
                () -> service.add(chosen.id(), form.wording(), form.isForProposal()),
                errors,
                QuestionForm::fieldOf,
                response);
        return added ? back(chosen.id()) : show(chosen, null, model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Model model) {
        Question question = questions.load(id);
        model.addAttribute("form", QuestionForm.of(question));
        return show(pipelineOf(question), question, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Question question = questions.load(id);
        if (Attempt.succeeds(() -> service.edit(id, form), errors, QuestionForm::fieldOf, response)) {
            notices.tell(flash, "web.saved");
            return back(question.pipelineId());
        }
        return show(pipelineOf(question), questions.load(id), model);
    }

    @PostMapping("/{id}/place")
    String place(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        service.place(id, aboveId);
        long pipelineId = questions.load(id).pipelineId();
        if (!Htmx.isEnhanced(request)) {
            return back(pipelineId) + "#question-" + id;
        }
        showList(pipelineId, model);
        return "assessment/questions :: rows";
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, Locale locale, RedirectAttributes flash) {
        service.archive(id);
        return tell("assessment.question.archived", id, locale, flash);
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, Locale locale, RedirectAttributes flash) {
        service.restore(id);
        return tell("assessment.question.restored", id, locale, flash);
    }

    private String tell(String key, long id, Locale locale, RedirectAttributes flash) {
        Question question = questions.load(id);
        notices.tell(flash, key, question.wording().text().in(locale));
        return back(question.pipelineId());
    }

    private static String back(long pipelineId) {
        return "redirect:/settings/questions?pipeline=" + pipelineId;
    }

    private PipelineView pipelineOf(Question question) {
        return Pipelines.choose(pipelines.all(), question.pipelineId());
    }

    private void showList(@Nullable Long pipelineId, Model model) {
        List<PipelineView> all = pipelines.all();
        PipelineView chosen = Pipelines.choose(all, pipelineId);
        model.addAttribute("section", "settings");
        model.addAttribute("pipelines", all);
        model.addAttribute("pipeline", chosen);
        model.addAttribute("list", QuestionListView.of(questions.of(chosen.id())));
    }

    private static String show(PipelineView pipeline, @Nullable Question question, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("question", question);
        model.addAttribute("kinds", QuestionKind.values());
        return "assessment/question";
    }
}
