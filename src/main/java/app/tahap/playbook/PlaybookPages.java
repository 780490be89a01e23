package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.web.Paging;
import app.tahap.web.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of a playbook shows. */
@Component
class PlaybookPages {

    private static final int PAGE = 25;

    private final Playbooks playbooks;
    private final PlaybookList list;
    private final RunList runs;
    private final RunWords words;

    PlaybookPages(Playbooks playbooks, PlaybookList list, RunList runs, RunWords words) {
        this.playbooks = playbooks;
        this.list = list;
        this.runs = runs;
        this.words = words;
    }

    /** A condition or an action in words. */
    record Line(long id, String text) {}

    /** An action in its place. */
    record PlacedLine(long id, String text, Place place) {}

    void show(long id, int page, Viewer viewer, Model model) {
        Playbook playbook = playbooks.load(id);
        Paging paging = Paging.of(page, PAGE, runs.count(id, viewer));
        model.addAttribute("section", "settings");
        model.addAttribute("row", list.of(playbook));
        model.addAttribute("conditions", conditions(id, viewer));
        model.addAttribute("conditionKinds", ConditionKind.values());
        model.addAttribute("actionKinds", ActionKind.values());
        model.addAttribute("paging", paging);
        model.addAttribute("runs", runs.load(id, paging.offset(), PAGE, viewer));
        showActions(id, viewer, model);
    }

    void showActions(long id, Viewer viewer, Model model) {
        List<PlaybookAction> actions = playbooks.actions(id);
        List<String> texts = words.actions(actions, viewer);
        List<Long> ids = actions.stream().map(PlaybookAction::id).toList();
        model.addAttribute("playbookId", id);
        model.addAttribute(
                "actions",
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new PlacedLine(ids.get(i), texts.get(i), Place.of(ids, i)))
                        .toList());
    }

    private List<Line> conditions(long id, Viewer viewer) {
        return playbooks.conditions(id).stream()
                .map(condition -> new Line(condition.id(), words.condition(condition, viewer)))
                .toList();
    }
}
