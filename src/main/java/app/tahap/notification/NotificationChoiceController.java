package app.tahap.notification;

import app.tahap.account.Viewer;
import app.tahap.mail.MailServer;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a user wants by e-mail, beside the bell. */
@Controller
@RequestMapping("/profile/notifications")
class NotificationChoiceController {

    private final NotificationChoices choices;
    private final MailServer server;
    private final Notices notices;

    NotificationChoiceController(NotificationChoices choices, MailServer server, Notices notices) {
        this.choices = choices;
        this.server = server;
        this.notices = notices;
    }

    @GetMapping
    String ask(Viewer viewer, Model model) {
        model.addAttribute("form", new NotificationChoiceForm(choices.of(viewer.id())));
        return show(model);
    }

    @PostMapping
    String choose(
            @Valid @ModelAttribute("form") NotificationChoiceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(model);
        }
        choices.choose(viewer.id(), form.chosen());
        notices.tell(flash, "web.saved");
        return "redirect:/profile/notifications";
    }

    private String show(Model model) {
        List<Topic> topics =
                Arrays.stream(Topic.values()).filter(Topic::canBeMailed).toList();
        model.addAttribute("section", "profile");
        model.addAttribute("topics", topics);
        model.addAttribute("mailed", server.isReady());
        return "notification/choices";
    }
}
