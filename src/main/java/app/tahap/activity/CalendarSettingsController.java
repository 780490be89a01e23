package app.tahap.activity;

import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own reminders and calendar. */
@Controller
@RequestMapping("/profile/calendar")
class CalendarSettingsController {

    private static final String PAGE = "redirect:/profile/calendar";

    private final ActivityPreferences preferences;
    private final CalendarFeeds feeds;
    private final PublicAddress address;
    private final Notices notices;

    CalendarSettingsController(
            ActivityPreferences preferences, CalendarFeeds feeds, PublicAddress address, Notices notices) {
        this.preferences = preferences;
        this.feeds = feeds;
        this.address = address;
        this.notices = notices;
    }

    @GetMapping
    String ask(Viewer viewer, Model model) {
        model.addAttribute("form", new ReminderForm(preferences.reminder(viewer.id())));
        return show(viewer, model);
    }

    @PostMapping
    String remind(
            @Valid @ModelAttribute("form") ReminderForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, model);
        }
        preferences.remind(viewer.id(), Objects.requireNonNull(form.reminder()));
        notices.tell(flash, "web.saved");
        return PAGE;
    }

    /** Makes an address and shows it, once: a page that is loaded again does not tell it. */
    @PostMapping("/feed")
    String renew(HttpServletResponse response, Viewer viewer, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String path = "/calendar/" + feeds.renew(viewer.id()) + ".ics";
        model.addAttribute("path", path);
        model.addAttribute("link", address.of(path));
        model.addAttribute("known", address.isKnown());
        return ask(viewer, model);
    }

    @PostMapping("/feed/revocation")
    String revoke(Viewer viewer, RedirectAttributes flash) {
        feeds.revoke(viewer.id());
        notices.tell(flash, "activity.calendar.revoked");
        return PAGE;
    }

    private String show(Viewer viewer, Model model) {
        model.addAttribute("section", "profile");
        model.addAttribute("reminders", Reminder.values());
        model.addAttribute("feed", feeds.of(viewer.id()).orElse(null));
        return "activity/calendar";
    }
}
