package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.correspondence.DealTexts;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An action of a playbook; its kind is told by the address, and which of this is asked follows from that.
 *
 * @param days as typed
 * @param user for whom it is; null for the deal's owner
 * @param version of the action that this was filled from; null for a new one
 */
record ActionForm(
        @Nullable @Size(max = 1000, message = "{playbook.text.long}") String text,

        @Nullable Long activityKind,

        @Nullable @Pattern(regexp = "\\s*|\\d{1,2}|[12]\\d\\d|3[0-5]\\d|36[0-5]", message = "{playbook.action.days.invalid}") String days,

        @Nullable Recipient to,
        @Nullable Long user,
        @Nullable Long team,
        @Nullable Long stage,
        @Nullable Long source,
        @Nullable Integer version,
        @Nullable UUID key) {

    private static final int LONGEST_SUBJECT = 200;

    static ActionForm blank() {
        return new ActionForm(null, null, "1", Recipient.OWNER, null, null, null, null, null, UUID.randomUUID());
    }

    static ActionForm of(PlaybookAction action) {
        return new ActionForm(
                action.text(),
                action.activityKindId(),
                action.days() == null ? null : action.days().toString(),
                action.recipient(),
                action.userId(),
                action.teamId(),
                action.stageId(),
                action.sourceId(),
                action.version(),
                null);
    }

    void check(ActionKind kind, PlaybookChoices choices, DealTexts texts, Viewer viewer, Errors errors) {
        switch (kind) {
            case ACTIVITY -> {
                checkText("playbook.action.subject.required", texts, errors);
                if (text != null && text.length() > LONGEST_SUBJECT) {
                    errors.rejectValue("text", "playbook.action.subject.long");
                }
                require("activityKind", activityKind, PlaybookChoices.has(choices.kinds(), told(activityKind)), errors);
                checkDays(errors);
                checkUser(choices, viewer, errors);
            }
            case NOTIFICATION -> {
                checkText("playbook.action.text.required", texts, errors);
                require("to", to, true, errors);
                if (to == Recipient.USER) {
                    require("user", user, true, errors);
                }
                checkUser(choices, viewer, errors);
            }
            case ASSIGNMENT -> {
                if ((user == null) == (team == null)) {
                    errors.rejectValue("user", "playbook.action.assignment.one");
                }
                checkUser(choices, viewer, errors);
                if (team != null) {
                    require("team", team, PlaybookChoices.has(choices.teams(viewer), team), errors);
                }
            }
            case EXPECTED_CLOSE -> checkDays(errors);
            case SOURCE -> require("source", source, PlaybookChoices.has(choices.sources(), told(source)), errors);
            case MOVE -> require("stage", stage, PlaybookChoices.has(choices.stages(), told(stage)), errors);
            case FIELD -> {} // read by the field's own rules
        }
    }

    private void checkText(String missing, DealTexts texts, Errors errors) {
        if (text == null || text.isBlank()) {
            errors.rejectValue("text", missing);
            return;
        }
        List<String> unknown = texts.unknown(text);
        if (!unknown.isEmpty()) {
            errors.rejectValue("text", "playbook.text.unknown", new Object[] {String.join(", ", unknown)}, null);
        }
    }

    private void checkDays(Errors errors) {
        if (days == null || days.isBlank()) {
            errors.rejectValue("days", "playbook.action.days.invalid");
        }
    }

    private void checkUser(PlaybookChoices choices, Viewer viewer, Errors errors) {
        if (user != null) {
            require("user", user, PlaybookChoices.has(choices.users(viewer), user), errors);
        }
    }

    private static void require(String field, @Nullable Object chosen, boolean offered, Errors errors) {
        if (chosen == null || !offered) {
            errors.rejectValue(field, "playbook.choice.required");
        }
    }

    private static Object told(@Nullable Long id) {
        return id == null ? "" : id;
    }

    @Nullable Integer number() {
        return days == null || days.isBlank() ? null : Integer.valueOf(days.strip());
    }

    @Nullable String line() {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
