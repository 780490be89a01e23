package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.deal.BulkDeals.Row;
import app.tahap.deal.BulkSelection.Picked;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Choice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes many deals of the list at once, after saying how many. */
@Controller
@RequestMapping("/deals/bulk")
class BulkController {

    private static final int SHOWN = 10;
    private static final int LONGEST_NOTE = 2_000;

    private final BulkDeals chosen;
    private final BulkRun run;
    private final Tags tags;
    private final Owners owners;
    private final Pipelines pipelines;
    private final OutcomeReasons reasons;

    BulkController(
            BulkDeals chosen, BulkRun run, Tags tags, Owners owners, Pipelines pipelines, OutcomeReasons reasons) {
        this.chosen = chosen;
        this.run = run;
        this.tags = tags;
        this.owners = owners;
        this.pipelines = pipelines;
        this.reasons = reasons;
    }

    /**
     * Asks how, and whether it is meant.
     *
     * @param deal the ids of those that were chosen
     * @param all whether all that match are meant, on whatever page
     */
    @GetMapping
    String ask(
            @RequestParam BulkAction action,
            @RequestParam(required = false) @Nullable Set<Long> deal,
            @RequestParam(defaultValue = "false") boolean all,
            DealCriteria criteria,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        List<Row> rows =
                all ? chosen.matching(criteria, viewer) : chosen.chosen(deal == null ? Set.of() : deal, viewer);
        boolean tooMany = rows.size() > BulkSelection.MOST;
        if (rows.isEmpty() || tooMany) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        BulkSelection selection = new BulkSelection(
                tooMany
                        ? List.of()
                        : rows.stream()
                                .map(row -> new Picked(row.id(), row.version()))
                                .toList());
        model.addAttribute("tooMany", tooMany);
        model.addAttribute("missing", all || deal == null ? 0 : deal.size() - rows.size());
        model.addAttribute("form", BulkForm.of(action, selection));
        return show(action, selection, rows, criteria, viewer, model);
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            DealCriteria criteria,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        BulkSelection selection = BulkSelection.parse(form.picked());
        if (form.action() == null || selection.isEmpty()) {
            return "redirect:" + DealAddress.list(criteria);
        }
        check(form, form.action(), errors, viewer);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            List<Row> rows =
                    chosen.chosen(selection.deals().stream().map(Picked::id).toList(), viewer);
            return show(form.action(), selection, rows, criteria, viewer, model);
        }
        flash.addFlashAttribute("bulk", run.run(form, inOrder(form, viewer), viewer));
        return "redirect:" + DealAddress.list(criteria);
    }

    @PostMapping("/undo")
    String undo(
            @RequestParam(defaultValue = "") String events,
            DealCriteria criteria,
            Viewer viewer,
            RedirectAttributes flash) {
        flash.addFlashAttribute("bulk", run.undo(events, viewer));
        return "redirect:" + DealAddress.list(criteria);
    }

    private void check(BulkForm form, BulkAction action, Errors errors, Viewer viewer) {
        switch (action) {
            case ASSIGN -> {
                if (form.owners().isEmpty()
                        || inOrder(form, viewer).size() < form.owners().size()) {
                    errors.rejectValue("toOwners", "deal.form.owner.required");
                }
            }
            case TAG, UNTAG -> checkTags(form, errors);
            case MOVE -> {
                if (form.toStage() == null || !isInUse(form.toStage())) {
                    errors.rejectValue("toStage", "deal.form.stage.required");
                }
            }
            case DISQUALIFY -> {
                if (!reasons.mayBeChosen(form.forReason(), Outcome.DISQUALIFIED)) {
                    errors.rejectValue("forReason", "deal.outcome.reason.required");
                }
                if (form.note() != null && form.note().length() > LONGEST_NOTE) {
                    errors.rejectValue("note", "deal.outcome.note.long");
                }
            }
        }
    }

    private void checkTags(BulkForm form, Errors errors) {
        List<Choice> offered = tags.choices(Set.of());
        Set<String> added = form.action() == BulkAction.TAG ? Tags.split(form.newTags()) : Set.of();
        if (form.tags().stream().anyMatch(tag -> tag == null || !DealChoices.offer(offered, tag))) {
            errors.rejectValue("theTags", "deal.form.tags.invalid");
        } else if (form.tags().isEmpty() && added.isEmpty()) {
            errors.rejectValue("theTags", "deal.bulk.tags.required");
        }
        if (added.size() > DealForms.MOST_NEW_TAGS || added.stream().anyMatch(label -> label.length() > Tags.LONGEST)) {
            Object[] limits = {DealForms.MOST_NEW_TAGS, Tags.LONGEST};
            errors.rejectValue("newTags", "deal.form.tags.long", limits, null);
        }
    }

    private boolean isInUse(long stage) {
        return pipelines.all().stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .anyMatch(other -> other.id() == stage);
    }

    /** The people chosen, in the order of their names. */
    private List<Long> inOrder(BulkForm form, Viewer viewer) {
        return owners.choices(viewer).stream()
                .map(choice -> Long.valueOf(choice.value()))
                .filter(form.owners()::contains)
                .toList();
    }

    private String show(
            BulkAction action,
            BulkSelection selection,
            List<Row> rows,
            DealCriteria criteria,
            Viewer viewer,
            Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("action", action);
        model.addAttribute("count", selection.deals().size());
        model.addAttribute("most", BulkSelection.MOST);
        model.addAttribute("rows", rows.stream().limit(SHOWN).toList());
        model.addAttribute("back", DealAddress.list(criteria));
        model.addAttribute("filter", DealAddress.parameters(criteria));
        switch (action) {
            case ASSIGN -> model.addAttribute("owners", owners.choices(viewer));
            case TAG, UNTAG -> model.addAttribute("tags", tags.choices(Set.of()));
            case MOVE -> model.addAttribute("pipelines", pipelines.all());
            case DISQUALIFY -> model.addAttribute("reasons", reasons.choices(Outcome.DISQUALIFIED));
        }
        return "deal/bulk";
    }
}
