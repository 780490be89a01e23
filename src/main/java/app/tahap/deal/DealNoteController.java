package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/deals/{dealId}/notes")
class DealNoteController {

    private final DealNotes notes;
    private final DealViews deals;
    private final Notices notices;

    DealNoteController(DealNotes notes, DealViews deals, Notices notices) {
        this.notes = notes;
        this.deals = deals;
        this.notices = notices;
    }

    @PostMapping
    String add(
            @PathVariable long dealId,
            @Valid @ModelAttribute("note") NoteForm note,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(dealId, null, viewer, model);
        }
        try {
            tell(notes.add(dealId, note, viewer), flash);
        } catch (DuplicateKeyException repeated) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("repeated", true);
            model.addAttribute("key", UUID.randomUUID());
            return form(dealId, null, viewer, model);
        }
        return "redirect:/deals/" + dealId;
    }

    @GetMapping("/{noteId}")
    String ask(@PathVariable long dealId, @PathVariable long noteId, Viewer viewer, Model model) {
        model.addAttribute("note", notes.load(dealId, noteId, viewer));
        return form(dealId, noteId, viewer, model);
    }

    @PostMapping("/{noteId}")
    String edit(
            @PathVariable long dealId,
            @PathVariable long noteId,
            @Valid @ModelAttribute("note") NoteForm note,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(dealId, noteId, viewer, model);
        }
        Optional<List<String>> untold = notes.edit(dealId, noteId, note, viewer);
        if (untold.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("present", notes.load(dealId, noteId, viewer));
            return form(dealId, noteId, viewer, model);
        }
        tell(untold.get(), flash);
        return "redirect:/deals/" + dealId;
    }

    @PostMapping("/{noteId}/deletion")
    String delete(@PathVariable long dealId, @PathVariable long noteId, Viewer viewer) {
        notes.delete(dealId, noteId, viewer);
        return "redirect:/deals/" + dealId;
    }

    private void tell(List<String> untold, RedirectAttributes flash) {
        if (!untold.isEmpty()) {
            notices.tell(flash, "deal.mention.untold", untold.size(), String.join(", ", untold));
        }
    }

    private String form(long dealId, @Nullable Long noteId, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deals.load(dealId, viewer));
        model.addAttribute("noteId", noteId);
        return "deal/note";
    }
}
