package app.tahap.playbook;

import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Switches playbooks on and off, archives them and brings them back. */
@Controller
@RequestMapping("/settings/playbooks/{id}")
class PlaybookStateController {

    private final Playbooks playbooks;
    private final PlaybookService service;
    private final Notices notices;

    PlaybookStateController(Playbooks playbooks, PlaybookService service, Notices notices) {
        this.playbooks = playbooks;
        this.service = service;
        this.notices = notices;
    }

    @PostMapping("/switch")
    String turn(@PathVariable long id, @RequestParam boolean on, RedirectAttributes flash) {
        if (on) {
            service.switchOn(id);
        } else {
            service.switchOff(id);
        }
        return tell(on ? "playbook.switched.on" : "playbook.switched.off", id, "/" + id, flash);
    }

    @PostMapping("/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        service.archive(id);
        return tell("playbook.archive.done", id, "", flash);
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        service.restore(id);
        return tell("playbook.restored", id, "", flash);
    }

    private String tell(String message, long id, String page, RedirectAttributes flash) {
        notices.tell(flash, message, playbooks.load(id).name());
        return "redirect:/settings/playbooks" + page;
    }
}
