package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.Guidance;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DealController {

    private final DealViews deals;
    private final Timeline timeline;
    private final Pipelines pipelines;
    private final Guidance guidance;
    private final Owners owners;
    private final DealPanels panels;
    private final Fields fields;
    private final FieldWords fieldWords;
    private final DealMerging merging;
    private final Landings landings;
    private final Clock clock;

    DealController(
            DealViews deals,
            Timeline timeline,
            Pipelines pipelines,
            Guidance guidance,
            Owners owners,
            DealPanels panels,
            Fields fields,
            FieldWords fieldWords,
            DealMerging merging,
            Landings landings,
            Clock clock) {
        this.deals = deals;
        this.timeline = timeline;
        this.pipelines = pipelines;
        this.guidance = guidance;
        this.owners = owners;
        this.panels = panels;
        this.fields = fields;
        this.fieldWords = fieldWords;
        this.merging = merging;
        this.landings = landings;
        this.clock = clock;
    }

    @GetMapping("/deals/{dealId}")
    String show(
            @PathVariable long dealId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean log,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        DealView deal = deals.load(dealId, viewer);
        if (deal.mergedIntoId() != null && !log) {
            return "redirect:/deals/" + deal.mergedIntoId();
        }
        Paging paging = Paging.of(page, Timeline.PAGE, timeline.count(dealId));
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute(
                "customFields", fieldWords.lines(RecordKind.DEAL, fields.values(RecordKind.DEAL, dealId), viewer));
        model.addAttribute("days", days(deal, viewer));
        List<PipelineView> inUse = pipelines.all();
        model.addAttribute("pipelines", inUse);
        model.addAttribute("hasBoard", inUse.stream().anyMatch(pipeline -> pipeline.id() == deal.pipelineId()));
        model.addAttribute("owners", owners.choices(viewer, deal.ownerId()));
        model.addAttribute("guidance", guidance.of(deal.stageId(), viewer.locale()));
        model.addAttribute("alike", deal.isOpen() && !deal.deleted() ? merging.like(dealId, viewer) : List.of());
        model.addAttribute("criteria", landings.on(deal, inUse, viewer));
        model.addAttribute("panels", panels.of(deal, viewer));
        model.addAttribute("timeline", TimelineDay.of(timeline.load(dealId, paging.offset(), viewer), viewer.zone()));
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("note", NoteForm.empty());
        return "deal/deal";
    }

    private @Nullable Long days(DealView deal, Viewer viewer) {
        Instant entered = deal.stageEnteredAt();
        return entered == null ? null : ChronoUnit.DAYS.between(viewer.dateOf(entered), viewer.today(clock));
    }
}
