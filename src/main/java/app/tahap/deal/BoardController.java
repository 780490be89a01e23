package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class BoardController {

    private final Board board;
    private final Pipelines pipelines;
    private final Owners owners;

    BoardController(Board board, Pipelines pipelines, Owners owners) {
        this.board = board;
        this.pipelines = pipelines;
        this.owners = owners;
    }

    @GetMapping("/board")
    String show(DealCriteria criteria, HttpServletRequest request, Viewer viewer, Model model) {
        List<PipelineView> all = pipelines.all();
        PipelineView pipeline = Pipelines.choose(all, criteria.pipeline());
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        model.addAttribute("section", "board");
        model.addAttribute("pipelines", all);
        model.addAttribute("criteria", criteria);
        model.addAttribute("owners", owners.choices(viewer));
        model.addAttribute("teams", owners.teams(viewer));
        model.addAttribute("outcomes", List.of("WON", "LOST", "DISQUALIFIED", "PARKED"));
        model.addAttribute("board", board.show(pipeline, criteria, query, viewer));
        return "deal/board";
    }
}
