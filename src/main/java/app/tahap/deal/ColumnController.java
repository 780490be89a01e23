package app.tahap.deal;

import app.tahap.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** More cards of a column, as it is scrolled. */
@Controller
class ColumnController {

    private final Board board;

    ColumnController(Board board) {
        this.board = board;
    }

    @GetMapping("/columns/{stageId}/cards")
    String more(
            @PathVariable long stageId,
            @Valid CardPosition last,
            @RequestParam int shown,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        model.addAttribute("column", board.more(stageId, last, shown, criteria, query, viewer));
        return "deal/_column :: cards";
    }
}
