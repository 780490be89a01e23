package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.field.FieldFilter;
import app.tahap.field.FieldFilters;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import app.tahap.web.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DealListController {

    private static final int PAGE = 50;

    private final DealList list;
    private final DealConditions conditions;
    private final LabelFilters labels;
    private final Pipelines pipelines;
    private final Owners owners;
    private final FieldFilters fields;
    private final Clock clock;

    DealListController(
            DealList list,
            DealConditions conditions,
            LabelFilters labels,
            Pipelines pipelines,
            Owners owners,
            FieldFilters fields,
            Clock clock) {
        this.list = list;
        this.conditions = conditions;
        this.labels = labels;
        this.pipelines = pipelines;
        this.owners = owners;
        this.fields = fields;
        this.clock = clock;
    }

    @GetMapping("/deals")
    String list(
            @Nullable DealCriteria criteria,
            BindingResult errors,
            @RequestParam(defaultValue = "CREATED") DealSort sort,
            @RequestParam(defaultValue = "true") boolean descending,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        DealCriteria asked = Objects.requireNonNullElse(criteria, DealCriteria.NONE);
        List<FieldFilter> filters = addFilter(asked, new Address(request), viewer, model);
        model.addAttribute("sort", sort);
        model.addAttribute("descending", descending);
        List<FieldError> unreadable = FieldFilters.errors(filters, viewer);
        if (errors.hasErrors() || !unreadable.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute(
                    "refused",
                    Stream.concat(errors.getFieldErrors().stream(), unreadable.stream())
                            .toList());
            return "deal/list";
        }
        DealList.Page shown = list.page(asked, sort, descending, page, PAGE, viewer);
        model.addAttribute("summary", shown.summary());
        model.addAttribute("paging", shown.paging());
        model.addAttribute("today", viewer.today(clock));
        model.addAttribute("rows", shown.rows());
        return "deal/list";
    }

    private List<FieldFilter> addFilter(DealCriteria criteria, Address address, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("criteria", criteria);
        labels.addChoices(criteria, model);
        model.addAttribute("conditions", conditions.of(criteria, address, viewer));
        model.addAttribute("address", address);
        List<PipelineView> inUse = pipelines.all();
        List<Choice> people = owners(criteria, viewer);
        List<Choice> teams = owners.teams(viewer);
        model.addAttribute("pipelines", inUse);
        model.addAttribute("owners", people);
        model.addAttribute("teams", teams);
        model.addAttribute("kept", KeptFilters.of(criteria, inUse, people, teams));
        model.addAttribute("outcomeChoices", Outcome.values());
        List<FieldFilter> filters = fields.of(RecordKind.DEAL, criteria.fields(), people);
        model.addAttribute("fieldFilters", filters);
        return filters;
    }

    /** With an owner who has left, as long as the list is limited to him; but nobody learns of others in that way. */
    private List<Choice> owners(DealCriteria criteria, Viewer viewer) {
        return criteria.owner() != null && viewer.visibility() == Visibility.EVERYONE
                ? owners.choices(viewer, criteria.owner())
                : owners.choices(viewer);
    }
}
