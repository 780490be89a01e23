package app.tahap.qualification;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeReasons;
import app.tahap.pipeline.Pipelines;
import app.tahap.qualification.QualificationViews.Subject;
import app.tahap.web.Address;
import app.tahap.web.Notices;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deals to consider letting go, and what becomes of each. */
@Controller
class LettingGoController {

    private static final String PAGE = "/deals/letting-go";
    private static final int SIZE = 30;

    private final LettingGo list;
    private final LettingGoService advice;
    private final AdviceSettings settings;
    private final QualificationViews views;
    private final DealService deals;
    private final OutcomeReasons reasons;
    private final Pipelines pipelines;
    private final Owners owners;
    private final Notices notices;
    private final Clock clock;

    LettingGoController(
            LettingGo list,
            LettingGoService advice,
            AdviceSettings settings,
            QualificationViews views,
            DealService deals,
            OutcomeReasons reasons,
            Pipelines pipelines,
            Owners owners,
            Notices notices,
            Clock clock) {
        this.list = list;
        this.advice = advice;
        this.settings = settings;
        this.views = views;
        this.deals = deals;
        this.reasons = reasons;
        this.pipelines = pipelines;
        this.owners = owners;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(
            DealCriteria criteria,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        return show(criteria, page, new Address(request), viewer, model);
    }

    @PostMapping("/deals/{dealId}/letting-go")
    String decide(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") LettingGoForm form,
            BindingResult errors,
            DealCriteria criteria,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Subject deal = views.subject(dealId, viewer);
        Address here = new Address(request).at(PAGE);
        Outcome outcome = reasons.mayBeChosen(form.reasonId(), Outcome.LOST) ? Outcome.LOST : Outcome.DISQUALIFIED;
        if (form.verdict() == LettingGoForm.Verdict.CLOSE && !reasons.mayBeChosen(form.reasonId(), outcome)) {
            errors.rejectValue("reasonId", "deal.outcome.reason.required");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusedId", dealId);
            return show(criteria, page, here, viewer, model);
        }
        decide(deal, outcome, form, viewer, flash);
        return "redirect:" + here;
    }

    private void decide(Subject deal, Outcome outcome, LettingGoForm form, Viewer viewer, RedirectAttributes flash) {
        int version = Objects.requireNonNull(form.version());
        switch (Objects.requireNonNull(form.verdict())) {
            case CLOSE -> {
                long event = deals.close(deal.id(), outcome, form.reasonId(), null, version, form.key(), viewer);
                tell("deal.outcome.done." + outcome, deal, event, null, flash);
            }
            case PARK -> {
                LocalDate until = viewer.today(clock).plusMonths(1);
                long event = deals.park(deal.id(), until, version, form.key(), viewer);
                tell("qualification.letting-go.parked", deal, event, new Show(viewer.locale()).date(until), flash);
            }
            case KEEP -> {
                String until = new Show(viewer.locale()).date(advice.keep(deal.id(), viewer));
                tell("qualification.letting-go.kept", deal, null, until, flash);
            }
        }
    }

    private void tell(
            String key, Subject deal, @Nullable Long eventId, @Nullable String until, RedirectAttributes flash) {
        notices.tell(flash, key, deal.title(), until == null ? "" : until);
        if (eventId != null) {
            flash.addFlashAttribute("undoDeal", deal.id());
            flash.addFlashAttribute("undoEvent", eventId);
        }
    }

    private String show(DealCriteria criteria, int page, Address address, Viewer viewer, Model model) {
        SettingsForm when = settings.load();
        LettingGo.Page found = list.page(criteria, when, page, SIZE, viewer);
        model.addAttribute("section", "deals");
        model.addAttribute("criteria", criteria);
        model.addAttribute("settings", when);
        model.addAttribute("paging", found.paging());
        model.addAttribute("address", address);
        model.addAttribute("rows", found.rows());
        model.addAttribute("disqualified", reasons.choices(Outcome.DISQUALIFIED));
        model.addAttribute("lost", reasons.choices(Outcome.LOST));
        model.addAttribute("pipelines", pipelines.all());
        model.addAttribute("owners", owners.choices(viewer));
        model.addAttribute("teams", owners.teams(viewer));
        return "qualification/letting-go";
    }
}
