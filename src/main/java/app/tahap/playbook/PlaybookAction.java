package app.tahap.playbook;

import app.tahap.notification.Argument;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a playbook does. What of it is there follows from the kind.
 *
 * @param text the subject of an activity, or what is told; with placeholders
 * @param days after the day on which it is done
 * @param userId whom it is for; null for the deal's owner
 * @param teamId whose members are given deals in turn
 * @param fieldValue as JSON; see {@link app.tahap.field.FieldValue}
 * @param what the name of the kind of activity, the stage, the source or the field
 * @param who the name of the user or the team
 */
record PlaybookAction(
        long id,
        long playbookId,
        ActionKind kind,
        @Nullable String text,
        @Nullable Long activityKindId,
        @Nullable Integer days,
        @Nullable Recipient recipient,
        @Nullable Long userId,
        @Nullable Long teamId,
        @Nullable Long stageId,
        @Nullable Long sourceId,
        @Nullable Long fieldId,
        @Nullable String fieldValue,
        @Nullable String what,
        @Nullable String who,
        int version) {

    long after() {
        return Objects.requireNonNullElse(days, 0);
    }

    String words() {
        return Objects.requireNonNullElse(text, "");
    }

    /** The key of the text that says it in a list of actions. */
    public String messageKey() {
        return switch (kind) {
            case ACTIVITY -> userId == null ? "playbook.action.ACTIVITY.owner" : "playbook.action.ACTIVITY.user";
            case NOTIFICATION -> "playbook.action.NOTIFICATION." + Objects.requireNonNull(recipient);
            case ASSIGNMENT -> teamId == null ? "playbook.action.ASSIGNMENT.user" : "playbook.action.ASSIGNMENT.team";
            case EXPECTED_CLOSE, SOURCE, FIELD, MOVE -> "playbook.action." + kind + ".said";
        };
    }

    /** What that text is filled with, apart from the value of a field. */
    public List<Argument> arguments() {
        return switch (kind) {
            case ACTIVITY -> List.of(said(what), said(text), Argument.of(after()), said(who));
            case NOTIFICATION -> List.of(said(text), said(who));
            case ASSIGNMENT -> List.of(said(who));
            case EXPECTED_CLOSE -> List.of(Argument.of(after()));
            case SOURCE, FIELD, MOVE ->
                Stream.of(what).map(PlaybookAction::said).toList();
        };
    }

    private static Argument said(@Nullable String name) {
        return Argument.of(Objects.requireNonNullElse(name, "–"));
    }
}
