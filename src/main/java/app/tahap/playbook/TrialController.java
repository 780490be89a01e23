package app.tahap.playbook;

import app.tahap.account.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tries a playbook on the deals as they are now, without doing anything. */
@Controller
class TrialController {

    private final Playbooks playbooks;
    private final PlaybookList list;
    private final Trials trials;

    TrialController(Playbooks playbooks, PlaybookList list, Trials trials) {
        this.playbooks = playbooks;
        this.list = list;
        this.trials = trials;
    }

    @GetMapping("/settings/playbooks/{id}/trial")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        Playbook playbook = playbooks.load(id);
        model.addAttribute("section", "settings");
        model.addAttribute("playbook", playbook);
        model.addAttribute("row", list.of(playbook));
        model.addAttribute("trial", trials.of(playbook, viewer));
        return "playbook/trial";
    }
}
