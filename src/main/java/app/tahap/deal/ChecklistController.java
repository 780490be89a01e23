package app.tahap.deal;

import app.tahap.account.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An item of the checklist of a deal's stage. */
@Controller
class ChecklistController {

    private final Checklists checklists;

    ChecklistController(Checklists checklists) {
        this.checklists = checklists;
    }

    @PostMapping("/deals/{dealId}/checklist/{criterionId}")
    String set(@PathVariable long dealId, @PathVariable long criterionId, @RequestParam boolean ticked, Viewer viewer) {
        checklists.set(dealId, criterionId, ticked, viewer);
        return "redirect:/deals/" + dealId + "#criteria";
    }
}
