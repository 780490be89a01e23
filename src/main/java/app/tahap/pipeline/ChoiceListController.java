package app.tahap.pipeline;

import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** The lists of reasons, lead sources and the like, which differ in nothing but their page. */
@Controller
class ChoiceListController {

    private static final String LIST = "/settings/lists/{list}";
    private static final String ENTRY = LIST + "/{id}";

    private final ChoiceLists lists;
    private final MessageSource messages;
    private final Notices notices;

    ChoiceListController(ChoiceLists lists, MessageSource messages, Notices notices) {
        this.lists = lists;
        this.messages = messages;
        this.notices = notices;
    }

    @GetMapping("/settings/{page}")
    String show(@PathVariable String page, Model model) {
        return showAll(page, null, model);
    }

    @PostMapping(LIST)
    String add(
            @PathVariable ChoiceList list,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        boolean added = Attempt.succeeds(
                () -> lists.add(list, Objects.requireNonNull(form.label())), errors, refused -> "label", response);
        return added
                ? "redirect:" + list.page()
                : showAll(list.menu(), Refusal.of(list, form, reason(errors, locale)), model);
    }

    @GetMapping(ENTRY)
    String ask(@PathVariable ChoiceList list, @PathVariable long id, Model model) {
        ChoiceEntry entry = lists.load(list, id);
        model.addAttribute("form", new ChoiceForm(entry.label(), entry.version()));
        return show(list, entry, model);
    }

    @PostMapping(ENTRY)
    String rename(
            @PathVariable ChoiceList list,
            @PathVariable long id,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        lists.load(list, id);
        boolean renamed = Attempt.succeeds(() -> lists.rename(list, id, form), errors, refused -> "label", response);
        return renamed ? tell("web.saved", "", list, flash) : show(list, lists.load(list, id), model);
    }

    @PostMapping(ENTRY + "/place")
    String place(
            @PathVariable ChoiceList list,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        lists.place(list, id, aboveId);
        if (!Htmx.isEnhanced(request)) {
            return "redirect:%s#%s-%d".formatted(list.page(), list, id);
        }
        showAll(list.menu(), null, model);
        model.addAttribute("list", ChoiceListView.of(list, lists.entries(list)));
        return "pipeline/choice-lists :: rows";
    }

    @PostMapping(ENTRY + "/archive")
    String archive(@PathVariable ChoiceList list, @PathVariable long id, RedirectAttributes flash) {
        String label = lists.load(list, id).label();
        lists.archive(list, id);
        return tell("pipeline.choice.archived", label, list, flash);
    }

    @PostMapping(ENTRY + "/restoration")
    String restore(@PathVariable ChoiceList list, @PathVariable long id, RedirectAttributes flash) {
        String label = lists.load(list, id).label();
        lists.restore(list, id);
        return tell("pipeline.choice.restored", label, list, flash);
    }

    private String tell(String key, String label, ChoiceList list, RedirectAttributes flash) {
        notices.tell(flash, key, label);
        return "redirect:" + list.page();
    }

    private String reason(BindingResult errors, Locale locale) {
        return messages.getMessage(errors.getAllErrors().get(0), locale);
    }

    private static String show(ChoiceList list, ChoiceEntry entry, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("page", list.menu());
        model.addAttribute("list", list);
        model.addAttribute("entry", entry);
        return "pipeline/choice";
    }

    /** Shows a page with all its lists. */
    private String showAll(String page, @Nullable Refusal refusal, Model model) {
        List<ChoiceListView> onPage = Arrays.stream(ChoiceList.values())
                .filter(list -> list.menu().equals(page))
                .map(list -> ChoiceListView.of(list, lists.entries(list)))
                .toList();
        if (onPage.isEmpty()) {
            throw new NotFoundException("page of lists", page);
        }
        model.addAttribute("section", "settings");
        model.addAttribute("page", page);
        model.addAttribute("refusal", refusal);
        model.addAttribute("lists", onPage);
        return "pipeline/choice-lists";
    }

    /**
     * Why nothing was added to a list.
     *
     * @param label as it was typed
     */
    private record Refusal(ChoiceList list, String label, String reason) {

        static Refusal of(ChoiceList list, ChoiceForm form, String reason) {
            return new Refusal(list, Objects.requireNonNullElse(form.label(), ""), reason);
        }
    }
}
