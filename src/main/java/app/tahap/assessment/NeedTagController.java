package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pains and needs of a deal, beside its questions. */
@Controller
@RequestMapping("/deals/{dealId}/need-tags")
class NeedTagController {

    private final Assessments assessments;
    private final DealTags tags;

    NeedTagController(Assessments assessments, DealTags tags) {
        this.assessments = assessments;
        this.tags = tags;
    }

    @PostMapping
    String add(
            @PathVariable long dealId,
            @Valid @ModelAttribute("tag") TagForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        boolean added = Attempt.succeeds(
                () -> tags.add(
                        dealId, Objects.requireNonNull(form.kind()), Objects.requireNonNull(form.label()), viewer),
                errors,
                refused -> "label",
                response);
        return added ? answer(dealId, form.kind(), request, viewer, model) : show(dealId, request, viewer, model);
    }

    @PostMapping("/{needId}/removal")
    String remove(
            @PathVariable long dealId,
            @PathVariable long needId,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        tags.remove(dealId, needId, viewer);
        return answer(dealId, NeedKind.PAIN, request, viewer, model);
    }

    private String answer(
            long dealId, @Nullable NeedKind kind, HttpServletRequest request, Viewer viewer, Model model) {
        if (!Htmx.isEnhanced(request)) {
            return "redirect:/deals/" + dealId + "/needs#need-tags";
        }
        model.addAttribute("tag", new TagForm(kind, null));
        return show(dealId, request, viewer, model);
    }

    private String show(long dealId, HttpServletRequest request, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("view", assessments.load(dealId, viewer));
        return Htmx.isEnhanced(request) ? "assessment/_tags :: tags" : "assessment/needs";
    }
}
