package app.tahap.activity;

import app.tahap.web.Attempt;
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

/** The kinds of activities, which administrators shape. */
@Controller
@RequestMapping("/settings/activity-kinds")
class ActivityKindController {

    private static final String PAGE = "redirect:/settings/activity-kinds";

    private final ActivityKinds kinds;
    private final Notices notices;

    ActivityKindController(ActivityKinds kinds, Notices notices) {
        this.kinds = kinds;
        this.notices = notices;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", ActivityKindForm.empty());
        return showAll(model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") ActivityKindForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        return Attempt.succeeds(() -> kinds.add(form), errors, refused -> "label", response) ? PAGE : showAll(model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Model model) {
        ActivityKind kind = kinds.load(id);
        model.addAttribute("form", ActivityKindForm.of(kind));
        return show(kind, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ActivityKindForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        kinds.load(id);
        boolean changed = Attempt.succeeds(() -> kinds.change(id, form), errors, refused -> "label", response);
        return changed ? tell("web.saved", "", flash) : show(kinds.load(id), model);
    }

    @PostMapping("/{id}/place")
    String place(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        kinds.place(id, aboveId);
        if (!Htmx.isEnhanced(request)) {
            return PAGE + "#kind-" + id;
        }
        model.addAttribute("form", ActivityKindForm.empty());
        showAll(model);
        return "activity/kinds :: rows";
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        String label = kinds.load(id).label();
        kinds.archive(id);
        return tell("activity.kind.archived", label, flash);
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        String label = kinds.load(id).label();
        kinds.restore(id);
        return tell("activity.kind.restored", label, flash);
    }

    private String tell(String key, String label, RedirectAttributes flash) {
        notices.tell(flash, key, label);
        return PAGE;
    }

    private static String show(ActivityKind kind, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("kind", kind);
        model.addAttribute("marks", KindMark.values());
        return "activity/kind";
    }

    private String showAll(Model model) {
        List<ActivityKind> all = kinds.all();
        List<ActivityKind> offered =
                all.stream().filter(kind -> !kind.archived()).toList();
        List<Long> ids = offered.stream().map(ActivityKind::id).toList();
        model.addAttribute("section", "settings");
        model.addAttribute("marks", KindMark.values());
        model.addAttribute(
                "offered",
                IntStream.range(0, offered.size())
                        .mapToObj(i -> new KindRow(offered.get(i), Place.of(ids, i)))
                        .toList());
        model.addAttribute(
                "archived", all.stream().filter(ActivityKind::archived).toList());
        return "activity/kinds";
    }

    /** A kind on offer, and where it stands. */
    record KindRow(ActivityKind kind, Place place) {}
}
