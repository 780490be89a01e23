package app.tahap.field;

import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.Htmx;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The administrator's list of fields. */
@Controller
@RequestMapping(FieldController.LIST)
class FieldController {

    static final String LIST = "/settings/fields";

    private final Fields fields;
    private final FieldDefinitions definitions;
    private final MessageSource messages;
    private final Notices notices;

    FieldController(Fields fields, FieldDefinitions definitions, MessageSource messages, Notices notices) {
        this.fields = fields;
        this.definitions = definitions;
        this.messages = messages;
        this.notices = notices;
    }

    @ModelAttribute("section")
    String section() {
        return "settings";
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "lists",
                Arrays.stream(RecordKind.values())
                        .map(kind -> FieldListView.of(kind, fields.all(kind)))
                        .toList());
        return "field/fields";
    }

    @GetMapping("/new")
    String askForNew(@RequestParam(defaultValue = "DEAL") RecordKind kind, Locale locale, Model model) {
        model.addAttribute("form", new DefinitionForm(kind, FieldType.TEXT, null, null, false, null, null));
        return showNew(locale, model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") DefinitionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        form.checkChoices(errors);
        Optional<Long> added = Attempt.of(() -> definitions.add(form), errors, refused -> "name", response);
        if (added.isEmpty()) {
            return showNew(locale, model);
        }
        notices.tell(flash, "field.added", form.strippedName());
        return "redirect:%s#field-%d".formatted(LIST, added.get());
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Model model) {
        Field field = fields.load(id);
        model.addAttribute("form", DefinitionForm.of(field));
        return show(field, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") @Valid DefinitionForm typed,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        fields.load(id);
        if (!Attempt.succeeds(() -> definitions.change(id, typed), errors, refused -> "name", response)) {
            return show(fields.load(id), model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:%s#field-%d".formatted(LIST, id);
    }

    @PostMapping("/{id}/place")
    String place(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        definitions.place(id, aboveId);
        if (!Htmx.isEnhanced(request)) {
            return "redirect:%s#field-%d".formatted(LIST, id);
        }
        RecordKind kind = fields.load(id).kind();
        model.addAttribute("list", FieldListView.of(kind, fields.all(kind)));
        return "field/fields :: rows";
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        definitions.archive(id);
        return tell("field.archived", id, flash);
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        definitions.restore(id);
        return tell("field.restored", id, flash);
    }

    private String tell(String key, long id, RedirectAttributes flash) {
        notices.tell(flash, key, fields.load(id).name());
        return "redirect:" + LIST;
    }

    private String showNew(Locale locale, Model model) {
        model.addAttribute("kinds", choices(RecordKind.values(), "field.kind.", locale));
        model.addAttribute("types", choices(FieldType.values(), "field.type.", locale));
        return "field/new";
    }

    private List<Choice> choices(Enum<?>[] values, String key, Locale locale) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), messages.getMessage(key + value, null, locale)))
                .toList();
    }

    static String show(Field field, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("rows", ChoiceRow.of(field));
        return "field/field";
    }
}
