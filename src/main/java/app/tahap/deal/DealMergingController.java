package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.DuplicatePairs;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists what may be there twice, and makes one deal of two, side by side. */
@Controller
class DealMergingController {

    private final DealMerging merging;
    private final DealViews views;
    private final DuplicatePairs pairs;
    private final Notices notices;

    DealMergingController(DealMerging merging, DealViews views, DuplicatePairs pairs, Notices notices) {
        this.merging = merging;
        this.views = views;
        this.pairs = pairs;
        this.notices = notices;
    }

    @GetMapping("/duplicates")
    String list(Viewer viewer, Model model) {
        model.addAttribute("section", "organizations");
        model.addAttribute("organizations", pairs.organizations());
        model.addAttribute("people", pairs.people());
        model.addAttribute("deals", merging.pairs(viewer));
        return "deal/duplicates";
    }

    @GetMapping("/deals/{dealId}/merging")
    String ask(@PathVariable long dealId, @RequestParam long with, Viewer viewer, Model model) {
        model.addAttribute("form", new DealMergeForm(with, null, null, null, UUID.randomUUID()));
        return show(present(dealId, viewer), present(with, viewer), viewer, model);
    }

    @PostMapping("/deals/{dealId}/merging")
    String merge(
            @PathVariable long dealId,
            @ModelAttribute("form") DealMergeForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        long with = Objects.requireNonNullElse(form.with(), 0L);
        String merged = views.load(with, viewer).title();
        try {
            merging.merge(dealId, form, viewer);
        } catch (StaleDealException stale) {
            errors.reject("web.form.stale");
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(present(dealId, viewer), present(with, viewer), viewer, model);
        }
        notices.tell(
                flash, "contact.merge.done", merged, views.load(dealId, viewer).title());
        return "redirect:/deals/" + dealId;
    }

    private DealView present(long dealId, Viewer viewer) {
        DealView deal = views.load(dealId, viewer);
        if (deal.deleted()) {
            throw new NotFoundException("deal", dealId);
        }
        return deal;
    }

    private String show(DealView kept, DealView other, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("kind", "DEAL");
        model.addAttribute("name", kept.title());
        model.addAttribute("id", kept.id());
        model.addAttribute("with", other.id());
        model.addAttribute("fields", merging.compare(kept, other, viewer));
        model.addAttribute("version", kept.version());
        model.addAttribute("otherVersion", other.version());
        model.addAttribute("action", "/deals/" + kept.id() + "/merging");
        model.addAttribute("swap", "/deals/" + other.id() + "/merging?with=" + kept.id());
        return "contact/merging";
    }
}
