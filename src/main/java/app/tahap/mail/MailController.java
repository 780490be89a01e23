package app.tahap.mail;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Notices;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The viewer's own mails, with what became of them. */
@Controller
@RequestMapping("/mails")
class MailController {

    private static final int PAGE = 30;

    private final OwnMails mails;
    private final MailServer server;
    private final Notices notices;

    MailController(OwnMails mails, MailServer server, Notices notices) {
        this.mails = mails;
        this.server = server;
        this.notices = notices;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Viewer viewer, Model model) {
        Paging paging = Paging.of(page, PAGE, mails.count(viewer));
        model.addAttribute("section", "mails");
        model.addAttribute("ready", server.isReady());
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", mails.load(paging.offset(), PAGE, viewer));
        return "mail/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("section", "mails");
        model.addAttribute("mail", mails.load(id, viewer));
        return "mail/mail";
    }

    @PostMapping("/{id}/attempt")
    String sendAgain(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        mails.sendAgain(id, viewer);
        notices.tell(flash, "mail.again.done");
        return "redirect:/mails/" + id;
    }

    @PostMapping("/{id}/withdrawal")
    String giveUp(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        mails.giveUp(id, viewer);
        notices.tell(flash, "mail.given-up.done");
        return "redirect:/mails/" + id;
    }
}
