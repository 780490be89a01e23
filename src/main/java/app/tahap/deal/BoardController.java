package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import app.tahap.web.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class BoardController {

    private final Board board;
    private final Pipelines pipelines;
    private final Owners owners;
    private final DealConditions conditions;
    private final LabelFilters labels;

    BoardController(Board board, Pipelines pipelines, Owners owners, DealConditions conditions, LabelFilters labels) {
        this.board = board;
        this.pipelines = pipelines;
        this.owners = owners;
        this.conditions = conditions;
        this.labels = labels;
    }

    @GetMapping("/board")
    String show(
            @Nullable DealCriteria criteria,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        DealCriteria asked = Objects.requireNonNullElse(criteria, DealCriteria.NONE);
        List<PipelineView> all = pipelines.all();
        PipelineView pipeline = Pipelines.choose(all, asked.pipeline());
        addFilter(asked, all, new Address(request), viewer, model);
        model.addAttribute("outcomes", List.of("WON", "LOST", "DISQUALIFIED", "PARKED"));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", errors.getFieldErrors());
            model.addAttribute(
                    "board", new BoardView(pipeline.name(), List.of(), new ParkedDeals(pipeline.id(), 0, "/deals")));
            return "deal/board";
        }
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        model.addAttribute("board", board.show(pipeline, asked, query, viewer));
        return "deal/board";
    }

    private void addFilter(DealCriteria asked, List<PipelineView> all, Address here, Viewer viewer, Model model) {
        model.addAttribute("section", "board");
        model.addAttribute("pipelines", all);
        model.addAttribute("criteria", asked);
        labels.addChoices(asked, model);
        model.addAttribute("conditions", conditions.of(asked, here, viewer));
        List<Choice> people = owners.choices(viewer);
        List<Choice> teams = owners.teams(viewer);
        model.addAttribute("owners", people);
        model.addAttribute("teams", teams);
        model.addAttribute("kept", KeptFilters.of(asked, all, people, teams));
    }
}
