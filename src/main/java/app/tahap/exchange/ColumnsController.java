package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.SheetColumn;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ValueSurvey.TooManyValuesException;
import app.tahap.field.Field;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.money.Currencies;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The third step of an import: what the columns tell. */
@Controller
@RequestMapping("/imports/{id}/columns")
class ColumnsController {

    private final ImportService service;
    private final ImportViews views;
    private final ImportMemory memory;
    private final Pipelines pipelines;
    private final Fields fields;
    private final ImportSheets sheets;

    ColumnsController(
            ImportService service,
            ImportViews views,
            ImportMemory memory,
            Pipelines pipelines,
            Fields fields,
            ImportSheets sheets) {
        this.service = service;
        this.views = views;
        this.memory = memory;
        this.pipelines = pipelines;
        this.fields = fields;
        this.sheets = sheets;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        Import work = service.loadEditable(id, viewer);
        FileSurvey survey = survey(work);
        Columns told = work.getSettings().columns();
        model.addAttribute("form", ColumnsForm.of(told == null ? guess(survey, viewer) : told, work.getVersion()));
        return show(work, survey, viewer, model);
    }

    private Columns guess(FileSurvey survey, Viewer viewer) {
        Map<DealField, Integer> fields = DealField.guess(survey.headings());
        List<Field> custom = this.fields.inUse(RecordKind.DEAL);
        Integer amount = fields.get(DealField.AMOUNT);
        boolean zeros = amount != null && survey.columns().get(amount).zeros() > 0;
        List<PipelineView> all = pipelines.all();
        Map<Long, Integer> customColumns = CustomFields.guess(survey.headings(), fields.values(), custom);
        Set<Integer> used = new HashSet<>(fields.values());
        used.addAll(customColumns.values());
        return memory.columns(survey.headings(), all, viewer)
                .map(columns -> columns.with(
                        columns.custom(custom.stream().map(Field::id).toList()), columns.toldOthers()))
                .orElseGet(() -> new Columns(
                        fields,
                        Pipelines.choose(all, null).id(),
                        viewer.baseCurrency().getCurrencyCode(),
                        zeros,
                        "",
                        customColumns,
                        ImportSheets.guess(survey.headings(), used, sheets.groups(viewer.locale()))));
    }

    @PostMapping
    String describe(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ColumnsForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Import work = service.loadEditable(id, viewer);
        FileSurvey survey = survey(work);
        List<Field> custom = fields.inUse(RecordKind.DEAL);
        List<SheetColumn> others = sheets.groups(viewer.locale()).stream()
                .flatMap(group -> group.columns().stream())
                .toList();
        form.check(survey.columns().size(), custom, others, errors);
        boolean described = Attempt.succeeds(
                () -> service.describe(
                        id, form.columns(custom, others), Objects.requireNonNull(form.version()), viewer),
                errors,
                refused -> refused instanceof TooManyValuesException tooMany
                        ? ColumnsForm.path(tooMany.field())
                        : "pipeline",
                response);
        if (described) {
            return "redirect:/imports/{id}/values";
        }
        return show(work, survey, viewer, model);
    }

    private FileSurvey survey(Import work) {
        return FileSurvey.of(service.content(work), work.getSettings().format());
    }

    private String show(Import work, FileSurvey survey, Viewer viewer, Model model) {
        model.addAttribute("work", views.load(work.id(), viewer));
        model.addAttribute("columns", ColumnChoice.of(survey));
        model.addAttribute("groups", FieldGroup.values());
        model.addAttribute("customFields", fields.inUse(RecordKind.DEAL));
        model.addAttribute("sheets", sheets.groups(viewer.locale()));
        model.addAttribute("pipelines", pipelines.all());
        model.addAttribute("currencies", Currencies.choices(viewer.baseCurrency(), viewer.locale()));
        return "exchange/columns";
    }
}
