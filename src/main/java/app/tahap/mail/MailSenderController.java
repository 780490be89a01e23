package app.tahap.mail;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/mail")
class MailSenderController {

    private final MailServer server;
    private final MailSenderService senders;
    private final Notices notices;

    MailSenderController(MailServer server, MailSenderService senders, Notices notices) {
        this.server = server;
        this.senders = senders;
        this.notices = notices;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", MailSenderForm.of(server.presentSender()));
        return show(model);
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") MailSenderForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (Attempt.succeeds(() -> senders.change(form), errors, refused -> "address", response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/mail";
        }
        return show(model);
    }

    @PostMapping("/test")
    String test(Viewer viewer) {
        return "redirect:/mails/" + senders.test(viewer);
    }

    private String show(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("version", server.presentSender().version());
        model.addAttribute("location", server.location());
        model.addAttribute("ready", server.isReady());
        return "mail/sender";
    }
}
