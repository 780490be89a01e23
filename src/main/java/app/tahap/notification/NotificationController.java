package app.tahap.notification;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/notifications")
class NotificationController {

    private static final int PAGE = 30;
    private static final int LATEST = 6;

    private final NotificationList list;

    NotificationController(NotificationList list) {
        this.list = list;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.count(unread, viewer));
        model.addAttribute("section", "notifications");
        model.addAttribute("unread", unread);
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        show(list.load(unread, paging.offset(), PAGE, viewer), model);
        return "notification/list";
    }

    /** What the bell unfolds. */
    @GetMapping("/latest")
    String latest(Viewer viewer, Model model) {
        show(list.load(false, 0, LATEST, viewer), model);
        return "notification/_latest :: latest";
    }

    @PostMapping("/{id}/reading")
    String read(@PathVariable long id, @RequestParam(defaultValue = "false") boolean stay, Viewer viewer) {
        String path = list.read(id, viewer);
        return "redirect:" + (stay ? "/notifications" : path);
    }

    @PostMapping("/reading")
    String readAll(@RequestParam(defaultValue = "0") long newest, Viewer viewer) {
        list.readAll(newest, viewer);
        return "redirect:/notifications";
    }

    private static void show(List<NotificationRow> rows, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("newest", rows.isEmpty() ? 0 : rows.get(0).id());
        model.addAttribute("anyUnread", rows.stream().anyMatch(NotificationRow::unread));
    }
}
