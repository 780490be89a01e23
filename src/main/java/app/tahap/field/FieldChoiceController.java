package app.tahap.field;

import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The choices of a field. */
@Controller
@RequestMapping(FieldController.LIST + "/{fieldId}/choices")
class FieldChoiceController {

    private final Fields fields;
    private final FieldChoices choices;
    private final MessageSource messages;
    private final Notices notices;

    FieldChoiceController(Fields fields, FieldChoices choices, MessageSource messages, Notices notices) {
        this.fields = fields;
        this.choices = choices;
        this.messages = messages;
        this.notices = notices;
    }

    @ModelAttribute("section")
    String section() {
        return "settings";
    }

    @PostMapping
    String add(
            @PathVariable long fieldId,
            @Valid @ModelAttribute("choice") ChoiceForm choice,
            BindingResult errors,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        boolean added = Attempt.succeeds(
                () -> choices.add(fieldId, Objects.requireNonNull(choice.label())),
                errors,
                refused -> "label",
                response);
        if (added) {
            return "redirect:%s/%d#choices".formatted(FieldController.LIST, fieldId);
        }
        Field field = fields.load(fieldId);
        model.addAttribute("form", DefinitionForm.of(field));
        model.addAttribute("typed", choice.label());
        model.addAttribute("refusal", messages.getMessage(errors.getAllErrors().get(0), locale));
        return FieldController.show(field, model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long fieldId, @PathVariable long id, Model model) {
        FieldChoice choice = choices.load(fieldId, id);
        model.addAttribute("form", new ChoiceForm(choice.label(), choice.version()));
        return show(fieldId, id, model);
    }

    @PostMapping("/{id}")
    String rename(
            @PathVariable long fieldId,
            @PathVariable long id,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        choices.load(fieldId, id);
        boolean renamed =
                Attempt.succeeds(() -> choices.rename(fieldId, id, form), errors, refused -> "label", response);
        return renamed ? tell("web.saved", fieldId, id, flash) : show(fieldId, id, model);
    }

    @PostMapping("/{id}/place")
    String place(
            @PathVariable long fieldId,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        choices.place(fieldId, id, aboveId);
        if (!Htmx.isEnhanced(request)) {
            return "redirect:%s/%d#choices".formatted(FieldController.LIST, fieldId);
        }
        FieldController.show(fields.load(fieldId), model);
        return "field/field :: rows";
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long fieldId, @PathVariable long id, RedirectAttributes flash) {
        choices.archive(fieldId, id);
        return tell("field.choice.archived", fieldId, id, flash);
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long fieldId, @PathVariable long id, RedirectAttributes flash) {
        choices.restore(fieldId, id);
        return tell("field.choice.restored", fieldId, id, flash);
    }

    private String tell(String key, long fieldId, long id, RedirectAttributes flash) {
        notices.tell(flash, key, choices.load(fieldId, id).label());
        return "redirect:%s/%d#choices".formatted(FieldController.LIST, fieldId);
    }

    private String show(long fieldId, long id, Model model) {
        model.addAttribute("field", fields.load(fieldId));
        model.addAttribute("choice", choices.load(fieldId, id));
        return "field/choice";
    }
}
