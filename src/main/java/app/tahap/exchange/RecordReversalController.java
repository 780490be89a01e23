package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedDeals.Prospect;
import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking an import of records back. */
@Controller
@RequestMapping("/imports/records/{id}/taking-back")
class RecordReversalController {

    private final RecordReversal reversal;
    private final RecordFiles kinds;
    private final ImportViews views;
    private final Notices notices;

    RecordReversalController(RecordReversal reversal, RecordFiles kinds, ImportViews views, Notices notices) {
        this.reversal = reversal;
        this.kinds = kinds;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        Prospect prospect = reversal.prospect(id, viewer);
        ImportView work = views.load(id, viewer);
        if (!work.canBeTakenBack() || prospect.isEmpty()) {
            return "redirect:/imports/records/{id}";
        }
        model.addAttribute("section", "imports");
        model.addAttribute("work", work);
        model.addAttribute("kind", kinds.load(work.kind()));
        model.addAttribute("prospect", prospect);
        return "exchange/record-taking-back";
    }

    @PostMapping
    String takeBack(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        ImportReversal.Effect effect = reversal.takeBack(id, viewer);
        notices.tell(flash, "exchange.record.taking-back.done", effect.changed(), effect.others());
        return "redirect:/imports/records/{id}";
    }
}
