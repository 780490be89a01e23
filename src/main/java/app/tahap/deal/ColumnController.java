package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
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
    private final StageRepository stages;

    ColumnController(Board board, StageRepository stages) {
        this.board = board;
        this.stages = stages;
    }

    @GetMapping("/columns/{stageId}/cards")
    String more(
            @PathVariable long stageId,
            CardPosition last,
            @RequestParam int shown,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Stage stage =
                stages.findByIdAndArchivedAtIsNull(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        long pipelineId = stage.getPipeline().id();
        model.addAttribute("column", board.more(pipelineId, stageId, last, shown, criteria, query, viewer));
        return "deal/_column :: cards";
    }
}
