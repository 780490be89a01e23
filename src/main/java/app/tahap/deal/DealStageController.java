package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import app.tahap.field.FieldForm;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/deals/{dealId}/stage")
class DealStageController {

    private final DealService deals;
    private final DealPlaces places;
    private final Pipelines pipelines;
    private final Landings landings;
    private final PassageForms forms;
    private final PassagePanel panel;
    private final CriterionWords words;
    private final BoardAnswers answers;

    DealStageController(
            DealService deals,
            DealPlaces places,
            Pipelines pipelines,
            Landings landings,
            PassageForms forms,
            PassagePanel panel,
            CriterionWords words,
            BoardAnswers answers) {
        this.deals = deals;
        this.places = places;
        this.pipelines = pipelines;
        this.landings = landings;
        this.forms = forms;
        this.panel = panel;
        this.words = words;
        this.answers = answers;
    }

    @GetMapping
    String form(@PathVariable long dealId, HttpServletRequest request, Viewer viewer, Model model) {
        DealPlace deal = places.load(dealId, viewer);
        List<PipelineView> all = pipelines.all();
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute("pipelines", all);
        model.addAttribute("landings", landings.of(deal, all, viewer));
        model.addAttribute("key", UUID.randomUUID());
        return Htmx.isEnhanced(request) ? "deal/stage :: form" : "deal/stage";
    }

    @PostMapping
    String move(
            @PathVariable long dealId,
            DealMove move,
            @Valid @ModelAttribute("passage") PassageForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Long from,
            DealCriteria criteria,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        DealDuplicates duplicates = forms.check(dealId, form, errors, viewer);
        FieldForm fields = forms.fields(dealId, form, parameters, viewer);
        if (!errors.hasErrors() && !fields.hasErrors() && duplicates.isEmpty()) {
            try {
                Moved moved = deals.pass(dealId, move, forms.passage(form, fields, viewer), viewer);
                String message = moved.eventId() == null ? null : "deal.moved";
                List<String> advised = words.briefly(moved.advised(), viewer.locale());
                BoardRequest asked = new BoardRequest(request, viewer, model, flash);
                return answers.answer(dealId, from, moved.eventId(), message, advised, criteria, asked);
            } catch (CriteriaMissingException missing) {
                panel.tell(missing, form, errors);
            } catch (PartRefusedException refused) {
                // its fields, shown again, say why
            } catch (StaleDealException stale) {
                if (!panel.asksAgain(dealId, from, form, errors, viewer)) {
                    throw stale;
                }
            }
        }
        response.setStatus(PassagePanel.status(errors).value());
        model.addAttribute("move", move);
        model.addAttribute("from", from);
        model.addAttribute("duplicates", duplicates);
        model.addAttribute("view", panel.show(dealId, move.stageId(), form, parameters, viewer));
        return PassagePanel.page(request, model);
    }
}
