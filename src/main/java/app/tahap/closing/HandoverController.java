package app.tahap.closing;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.Htmx;
import app.tahap.web.Notices;
import app.tahap.web.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;
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

/** What is to be done once a deal of a pipeline is won, among the settings. */
@Controller
@RequestMapping("/settings/handover")
class HandoverController {

    private final HandoverItems items;
    private final Pipelines pipelines;
    private final Owners owners;
    private final Notices notices;

    HandoverController(HandoverItems items, Pipelines pipelines, Owners owners, Notices notices) {
        this.items = items;
        this.pipelines = pipelines;
        this.owners = owners;
        this.notices = notices;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long pipeline, Viewer viewer, Model model) {
        model.addAttribute("form", HandoverForm.blank());
        return showList(pipeline, viewer, model);
    }

    @PostMapping
    String add(
            @RequestParam long pipeline,
            @Valid @ModelAttribute("form") HandoverForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        PipelineView chosen = Pipelines.choose(pipelines.all(), pipeline);
        check(form, errors, viewer);
        boolean added = Attempt.succeeds(() -> items.add(chosen.id(), form), errors, refused -> "text", response);
        return added ? back(chosen.id()) : showList(pipeline, viewer, model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        HandoverItem item = items.load(id);
        model.addAttribute("form", HandoverForm.of(item));
        return show(item, viewer, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") HandoverForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        HandoverItem item = items.load(id);
        check(form, errors, viewer);
        if (Attempt.succeeds(() -> items.edit(id, form), errors, refused -> "text", response)) {
            notices.tell(flash, "web.saved");
            return back(item.pipelineId());
        }
        return show(items.load(id), viewer, model);
    }

    @PostMapping("/{id}/place")
    String place(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        items.place(id, aboveId);
        long pipelineId = items.load(id).pipelineId();
        if (!Htmx.isEnhanced(request)) {
            return back(pipelineId) + "#item-" + id;
        }
        showList(pipelineId, viewer, model);
        return "closing/handover :: rows";
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        items.archive(id);
        return tell("closing.handover.archived", id, flash);
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        items.restore(id);
        return tell("closing.handover.restored", id, flash);
    }

    private String tell(String key, long id, RedirectAttributes flash) {
        HandoverItem item = items.load(id);
        notices.tell(flash, key, item.text());
        return back(item.pipelineId());
    }

    private void check(HandoverForm form, BindingResult errors, Viewer viewer) {
        Long assignee = form.assignee();
        if (assignee != null
                && people(assignee, viewer).stream()
                        .noneMatch(one -> one.value().equals(assignee.toString()))) {
            errors.rejectValue("assignee", "web.value.invalid");
        }
    }

    private List<Choice> people(@Nullable Long present, Viewer viewer) {
        return present == null ? owners.choices(viewer) : owners.choices(viewer, present);
    }

    private static String back(long pipelineId) {
        return "redirect:/settings/handover?pipeline=" + pipelineId;
    }

    private String showList(@Nullable Long pipelineId, Viewer viewer, Model model) {
        List<PipelineView> all = pipelines.all();
        PipelineView chosen = Pipelines.choose(all, pipelineId);
        List<HandoverItem> stored = items.of(chosen.id());
        List<HandoverItem> used =
                stored.stream().filter(item -> !item.archived()).toList();
        List<Long> ids = used.stream().map(HandoverItem::id).toList();
        model.addAttribute("section", "settings");
        model.addAttribute("pipelines", all);
        model.addAttribute("pipeline", chosen);
        model.addAttribute("people", owners.choices(viewer));
        model.addAttribute(
                "archived", stored.stream().filter(HandoverItem::archived).toList());
        model.addAttribute(
                "rows",
                IntStream.range(0, used.size())
                        .mapToObj(i -> new Row(used.get(i), Place.of(ids, i)))
                        .toList());
        return "closing/handover";
    }

    private String show(HandoverItem item, Viewer viewer, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("item", item);
        model.addAttribute("people", people(item.assigneeId(), viewer));
        return "closing/handover-item";
    }

    private record Row(HandoverItem item, Place place) {}
}
