package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.DealAddress;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals that are ready to close. */
@Controller
class ReadyDealsController {

    private static final int PAGE = 50;

    private final ReadyDeals ready;
    private final ReadyRule rule;
    private final Clock clock;

    ReadyDealsController(ReadyDeals ready, ReadyRule rule, Clock clock) {
        this.ready = ready;
        this.rule = rule;
        this.clock = clock;
    }

    @GetMapping("/deals/ready-to-close")
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Viewer viewer, Model model) {
        Paging paging = Paging.of(page, PAGE, ready.count(viewer));
        model.addAttribute("section", "deals");
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("readyAt", rule.readyAt());
        model.addAttribute("today", viewer.today(clock));
        model.addAttribute("filter", DealAddress.list(ReadyDeals.READY));
        model.addAttribute("rows", ready.rows(viewer, paging.offset(), PAGE));
        return "closing/ready";
    }
}
