package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.correspondence.DealTexts;
import app.tahap.field.Field;
import app.tahap.web.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** Puts together what the form of an action shows, and checks what was typed into it. */
@Component
class ActionPages {

    private final PlaybookChoices choices;
    private final DealTexts texts;

    ActionPages(PlaybookChoices choices, DealTexts texts) {
        this.choices = choices;
        this.texts = texts;
    }

    void check(ActionKind kind, ActionForm form, Viewer viewer, Errors errors) {
        form.check(kind, choices, texts, viewer, errors);
    }

    /** @param action null for a new one */
    String show(
            Playbook playbook,
            ActionKind kind,
            @Nullable PlaybookAction action,
            FieldActions.Reading read,
            Viewer viewer,
            Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("playbook", playbook);
        model.addAttribute("kind", kind);
        model.addAttribute("action", action);
        model.addAttribute("field", read.field());
        model.addAttribute("fieldForm", read.form());
        model.addAttribute("placeholders", String.join(" ", texts.placeholders()));
        switch (kind) {
            case ACTIVITY -> {
                model.addAttribute("kinds", choices.kinds());
                model.addAttribute("users", choices.users(viewer));
            }
            case NOTIFICATION -> {
                model.addAttribute("recipients", Recipient.values());
                model.addAttribute("users", choices.users(viewer));
            }
            case ASSIGNMENT -> {
                model.addAttribute("users", choices.users(viewer));
                model.addAttribute("teams", choices.teams(viewer));
            }
            case SOURCE -> model.addAttribute("sources", choices.sources());
            case MOVE -> model.addAttribute("stages", choices.stages());
            case FIELD ->
                model.addAttribute(
                        "fields",
                        choices.fields().stream().map(ActionPages::choice).toList());
            case EXPECTED_CLOSE -> {} // asks for days alone
        }
        return "playbook/action";
    }

    private static Choice choice(Field field) {
        return new Choice(field.id(), field.name());
    }
}
