package app.tahap.activity;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What a form about an activity offers to choose from, and whether that was chosen. */
@Component
class ActivityChoices {

    private static final List<Integer> MINUTES = List.of(15, 30, 45, 60, 90, 120, 180, 240, 480);

    private final ActivityKinds kinds;
    private final Owners owners;
    private final MessageSource messages;

    ActivityChoices(ActivityKinds kinds, Owners owners, MessageSource messages) {
        this.kinds = kinds;
        this.owners = owners;
        this.messages = messages;
    }

    /** @param present the activity that is changed; null for a new one */
    Offer of(@Nullable ActivityRow present, Viewer viewer) {
        return new Offer(
                kinds.choices(present == null ? null : present.kindId()),
                present == null ? owners.choices(viewer) : owners.choices(viewer, present.assigneeId()),
                minutes(present, viewer.locale()));
    }

    private List<Choice> minutes(@Nullable ActivityRow present, Locale locale) {
        List<Integer> offered = new ArrayList<>(MINUTES);
        if (present != null && present.minutes() != null && !offered.contains(present.minutes())) {
            offered.add(present.minutes());
            offered.sort(null);
        }
        return offered.stream()
                .map(minutes -> new Choice(
                        minutes, messages.getMessage("activity.minutes.value", new Object[] {minutes}, locale)))
                .toList();
    }

    /** What is offered. */
    record Offer(List<Choice> kinds, List<Choice> assignees, List<Choice> minutes) {

        /** Tells what was chosen that is not on offer. */
        void check(ActivityForm form, Errors errors) {
            if (form.kind() != null && !offers(kinds, form.kind())) {
                errors.rejectValue("kind", "web.value.invalid");
            }
            if (form.assignee() != null && !offers(assignees, form.assignee())) {
                errors.rejectValue("assignee", "web.value.invalid");
            }
        }

        boolean lacks(long kind) {
            return !offers(kinds, kind);
        }

        private static boolean offers(List<Choice> choices, long id) {
            return choices.stream().anyMatch(choice -> choice.value().equals(Long.toString(id)));
        }

        long firstKind() {
            return Long.parseLong(kinds.get(0).value());
        }
    }
}
