package app.tahap.review;

import app.tahap.account.Owners;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.web.Choice;
import app.tahap.web.RuleException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Whose deals somebody may review: a rep the own ones, everybody else those that the dashboard shows. All that a manager sees
 * who sees one team are that team's, so that everybody who opens the review means the same by "all".
 */
@Component
class ReviewChoices {

    private final Owners owners;
    private final MessageSource messages;

    ReviewChoices(Owners owners, MessageSource messages) {
        this.owners = owners;
        this.messages = messages;
    }

    /** The first choice is the one for whoever does not choose. */
    List<Choice> of(Viewer viewer) {
        List<Choice> choices = new ArrayList<>();
        Whose usual = usual(viewer);
        if (usual.scope() == ReviewScope.OWNER) {
            return List.of(new Choice(usual.written(), viewer.name()));
        }
        choices.add(new Choice(usual.written(), word("review.whose." + usual.scope(), viewer)));
        for (Choice team : owners.teams(viewer)) {
            choices.add(choice(ReviewScope.TEAM, team, word("review.whose.team", viewer, team.label())));
        }
        for (Choice owner : owners.choices(viewer)) {
            choices.add(choice(ReviewScope.OWNER, owner, owner.label()));
        }
        return choices;
    }

    /** @throws RuleException where the viewer may not choose that */
    Whose chosen(@Nullable String written, Viewer viewer) {
        if (written == null || written.isBlank()) {
            return usual(viewer);
        }
        if (of(viewer).stream().noneMatch(choice -> choice.value().equals(written))) {
            throw new RuleException("web.value.invalid");
        }
        String[] parts = written.split("-", 2);
        return new Whose(ReviewScope.valueOf(parts[0]), parts.length == 1 ? null : Long.valueOf(parts[1]));
    }

    private static Whose usual(Viewer viewer) {
        if (viewer.role() != Role.REP && viewer.visibility() == Visibility.EVERYONE) {
            return Whose.ALL;
        }
        return viewer.role() != Role.REP && viewer.visibility() == Visibility.TEAM && viewer.teamId() != null
                ? new Whose(ReviewScope.TEAM, viewer.teamId())
                : new Whose(ReviewScope.OWNER, viewer.id());
    }

    private static Choice choice(ReviewScope scope, Choice who, String label) {
        return new Choice(new Whose(scope, Long.valueOf(who.value())).written(), label);
    }

    private String word(String key, Viewer viewer, Object... arguments) {
        return messages.getMessage(key, arguments, viewer.locale());
    }
}
