package app.tahap.pipeline;

import app.tahap.web.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists of reasons and of lead sources, which differ in nothing but their page. */
@Controller
class ChoiceListController {

    private static final String LIST = "/settings/lists/{list}";
    private static final String ENTRY = LIST + "/{id}";

    private final ChoiceLists lists;
    private final MessageSource messages;

    ChoiceListController(ChoiceLists lists, MessageSource messages) {
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/settings/reasons")
    String reasons(Model model) {
        return show(ChoiceList.LOST, null, model);
    }

    @GetMapping("/settings/sources")
    String sources(Model model) {
        return show(ChoiceList.SOURCE, null, model);
    }

    @PostMapping(LIST)
    String add(
            @PathVariable ChoiceList list,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        boolean added = Attempt.succeeds(
                () -> lists.add(list, Objects.requireNonNull(form.label())), errors, refused -> "label", response);
        return added ? "redirect:" + list.page() : show(list, null, model);
    }

    @PostMapping(ENTRY)
    String rename(
            @PathVariable ChoiceList list,
            @PathVariable long id,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        lists.load(list, id);
        boolean renamed = Attempt.succeeds(() -> lists.rename(list, id, form), errors, refused -> "label", response);
        return renamed ? "redirect:" + list.page() : show(list, id, model);
    }

    /** Leads back to the button that was pressed, so that the keyboard can press it again. */
    @PostMapping(ENTRY + "/position")
    String move(@PathVariable ChoiceList list, @PathVariable long id, @RequestParam boolean up) {
        lists.move(list, id, up);
        return "redirect:%s#%s-%s-%d".formatted(list.page(), up ? "up" : "down", list, id);
    }

    @PostMapping(ENTRY + "/archive")
    String archive(@PathVariable ChoiceList list, @PathVariable long id, Locale locale, RedirectAttributes flash) {
        String label = lists.load(list, id).label();
        lists.archive(list, id);
        return tell("pipeline.choice.archived", label, list, locale, flash);
    }

    @PostMapping(ENTRY + "/restoration")
    String restore(@PathVariable ChoiceList list, @PathVariable long id, Locale locale, RedirectAttributes flash) {
        String label = lists.load(list, id).label();
        lists.restore(list, id);
        return tell("pipeline.choice.restored", label, list, locale, flash);
    }

    private String tell(String key, String label, ChoiceList list, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", messages.getMessage(key, new Object[] {label}, locale));
        return "redirect:" + list.page();
    }

    /** Shows a page with all its lists; a form in the model that was refused belongs to one list or one entry of it. */
    private String show(ChoiceList list, @Nullable Long refusedEntry, Model model) {
        Map<ChoiceList, List<ChoiceEntry>> shown = new EnumMap<>(ChoiceList.class);
        Arrays.stream(ChoiceList.values())
                .filter(other -> other.page().equals(list.page()))
                .forEach(other -> shown.put(other, lists.entries(other)));
        model.addAttribute("section", "settings");
        model.addAttribute("page", list == ChoiceList.SOURCE ? "sources" : "reasons");
        model.addAttribute("lists", shown);
        model.addAttribute("refusedList", list);
        model.addAttribute("refusedEntry", refusedEntry);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new ChoiceForm(null, null));
        }
        return "pipeline/choice-lists";
    }
}
