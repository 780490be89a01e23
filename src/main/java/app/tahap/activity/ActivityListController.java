package app.tahap.activity;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** All activities about the deals that the viewer may see, planned and done. */
@Controller
class ActivityListController {

    private static final int PAGE = 50;

    private final ActivityList list;
    private final ActivityKinds kinds;
    private final ActivityDeals deals;
    private final Owners owners;

    ActivityListController(ActivityList list, ActivityKinds kinds, ActivityDeals deals, Owners owners) {
        this.list = list;
        this.kinds = kinds;
        this.deals = deals;
        this.owners = owners;
    }

    @GetMapping("/activities")
    String show(
            @ModelAttribute("criteria") ActivityCriteria criteria,
            BindingResult errors,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        model.addAttribute("section", "my-day");
        model.addAttribute("address", new Address(request));
        model.addAttribute("kinds", kinds.choices(criteria.kind()));
        model.addAttribute("people", owners.choices(viewer));
        model.addAttribute("states", ActivityState.values());
        model.addAttribute("refused", errors.getFieldErrors());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("rows", List.of());
            return "activity/list";
        }
        if (criteria.deal() != null) {
            model.addAttribute("deal", deals.load(criteria.deal(), viewer));
        }
        Paging paging = Paging.of(page, PAGE, list.count(criteria, viewer));
        model.addAttribute("paging", paging);
        model.addAttribute("rows", list.rows(criteria, paging.offset(), PAGE, viewer));
        return "activity/list";
    }
}
