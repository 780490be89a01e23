package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking an import back, and restoring it. */
@Controller
@RequestMapping("/imports/{id}")
class ImportReversalController {

    private final ImportReversal reversal;
    private final ImportViews views;
    private final Notices notices;

    ImportReversalController(ImportReversal reversal, ImportViews views, Notices notices) {
        this.reversal = reversal;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping("/taking-back")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        ImportView work = views.load(id, viewer);
        if (!work.canBeTakenBack()) {
            return "redirect:/imports/{id}";
        }
        model.addAttribute("section", "imports");
        model.addAttribute("work", work);
        model.addAttribute("prospect", reversal.prospect(id, viewer));
        return "exchange/taking-back";
    }

    @PostMapping("/taking-back")
    String takeBack(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        ImportReversal.Effect effect = reversal.takeBack(id, viewer);
        notices.tell(flash, "exchange.taking-back.done", effect.changed(), effect.others());
        return "redirect:/imports/{id}";
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        ImportReversal.Effect effect = reversal.restore(id, viewer);
        notices.tell(flash, "exchange.restoration.done", effect.changed(), effect.others());
        return "redirect:/imports/{id}";
    }
}
