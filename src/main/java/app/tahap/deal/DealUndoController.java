package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class DealUndoController {

    private final DealUndo undo;
    private final BoardAnswers answers;

    DealUndoController(DealUndo undo, BoardAnswers answers) {
        this.undo = undo;
        this.answers = answers;
    }

    @PostMapping("/deals/{dealId}/undo")
    String undo(
            @PathVariable long dealId,
            @RequestParam long eventId,
            @RequestParam(required = false) @Nullable Long from,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        undo.undo(dealId, eventId, viewer);
        return answers.answer(
                dealId, from, null, "deal.undo.done", criteria, new BoardRequest(request, viewer, model, flash));
    }
}
