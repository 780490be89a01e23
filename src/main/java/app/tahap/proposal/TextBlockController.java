package app.tahap.proposal;

import app.tahap.account.Languages;
import app.tahap.web.Attempt;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A piece of text that proposals use again and again. */
@Controller
@RequestMapping("/settings/proposals/texts")
class TextBlockController {

    private final TextBlocks texts;
    private final Notices notices;

    TextBlockController(TextBlocks texts, Notices notices) {
        this.texts = texts;
        this.notices = notices;
    }

    @GetMapping("/new")
    String askForNew(Model model) {
        model.addAttribute("form", new TextBlockForm(Section.TERMS, "en", null, null, null, UUID.randomUUID()));
        return show(null, model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") TextBlockForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return Attempt.succeeds(() -> texts.add(form), errors, refused -> "name", response)
                ? saved(flash)
                : show(null, model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Model model) {
        TextBlock block = load(id);
        model.addAttribute("form", TextBlockForm.of(block));
        return show(block, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TextBlockForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        load(id);
        return Attempt.succeeds(() -> texts.change(id, form), errors, refused -> "name", response)
                ? saved(flash)
                : show(load(id), model);
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        load(id);
        texts.archive(id, true);
        return saved(flash);
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        load(id);
        texts.archive(id, false);
        return saved(flash);
    }

    private TextBlock load(long id) {
        return texts.find(id).orElseThrow(() -> new NotFoundException("text", id));
    }

    private String saved(RedirectAttributes flash) {
        notices.tell(flash, "web.saved");
        return "redirect:/settings/proposals#texts";
    }

    private static String show(@Nullable TextBlock block, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("block", block);
        model.addAttribute("parts", Section.values());
        model.addAttribute("languages", Languages.choices());
        return "proposal/text";
    }
}
