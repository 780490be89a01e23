package app.tahap.activity;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.deal.DealAddress;
import app.tahap.deal.DealTrait;
import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be done today. Everybody sees the own day; managers also that of those whose deals they see. */
@Controller
@RequestMapping("/my-day")
class MyDayController {

    private final MyDay day;
    private final DayPanels panels;
    private final NextQuestion next;
    private final ActivityWriting writing;
    private final ActivityChoices choices;
    private final ActivityDeals deals;
    private final Owners owners;
    private final Notices notices;
    private final Clock clock;

    MyDayController(
            MyDay day,
            DayPanels panels,
            NextQuestion next,
            ActivityWriting writing,
            ActivityChoices choices,
            ActivityDeals deals,
            Owners owners,
            Notices notices,
            Clock clock) {
        this.day = day;
        this.panels = panels;
        this.next = next;
        this.writing = writing;
        this.choices = choices;
        this.deals = deals;
        this.owners = owners;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable Long user,
            @RequestParam(name = "next", required = false) @Nullable Long after,
            Viewer viewer,
            Model model) {
        model.addAttribute(
                "form", new QuickActivityForm(null, null, null, viewer.today(clock), null, UUID.randomUUID()));
        model.addAttribute("next", after == null ? null : next.after(after, viewer));
        return show(user == null ? viewer.id() : user, viewer, model);
    }

    @PostMapping("/activities")
    String add(
            @Valid @ModelAttribute("form") QuickActivityForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Long deal = dealOf(form, errors, viewer);
        if (form.kind() != null && choices.of(null, viewer).lacks(form.kind())) {
            errors.rejectValue("kind", "web.value.invalid");
        }
        return Attempt.of(
                        () -> writing.add(Objects.requireNonNull(deal), form.form(), viewer),
                        errors,
                        refused -> "due",
                        response)
                .map(id -> {
                    notices.tell(
                            flash,
                            "activity.planned.told",
                            Objects.requireNonNull(form.subject()).strip());
                    return "redirect:/my-day";
                })
                .orElseGet(() -> show(viewer.id(), viewer, model));
    }

    /** Deals that may be meant by what was typed so far. */
    @GetMapping("/deals")
    String suggest(@RequestParam(defaultValue = "") String organization, Viewer viewer, Model model) {
        model.addAttribute("deals", deals.suggest(organization, viewer));
        return "activity/_suggestions";
    }

    private @Nullable Long dealOf(QuickActivityForm form, BindingResult errors, Viewer viewer) {
        if (form.deal() == null || errors.hasFieldErrors("deal")) {
            return null;
        }
        ActivityDeals.Found found = deals.find(form.deal(), viewer);
        if (found.id().isEmpty()) {
            errors.rejectValue("deal", found.several() ? "activity.deal.several" : "activity.deal.unknown");
        }
        return found.id().orElse(null);
    }

    private String show(long userId, Viewer viewer, Model model) {
        List<Choice> people = viewer.isManager() ? owners.choices(viewer) : List.of();
        boolean own = userId == viewer.id();
        String person = own ? viewer.name() : nameOf(userId, people);
        model.addAttribute("section", "my-day");
        model.addAttribute("day", day.of(userId, viewer));
        model.addAttribute("own", own);
        model.addAttribute("panels", own ? panels.of(viewer) : List.of());
        model.addAttribute("person", person);
        model.addAttribute("userId", userId);
        model.addAttribute("people", people);
        model.addAttribute("choices", choices.of(null, viewer));
        model.addAttribute("steplessList", list(userId, DealTrait.WITHOUT_NEXT_STEP));
        model.addAttribute("rottingList", list(userId, DealTrait.ROTTING));
        return "activity/my-day";
    }

    private static String nameOf(long userId, List<Choice> people) {
        return people.stream()
                .filter(one -> one.value().equals(Long.toString(userId)))
                .findFirst()
                .map(Choice::label)
                .orElseThrow(() -> new NotFoundException("day of user", userId));
    }

    private static String list(long userId, DealTrait trait) {
        return DealAddress.list(MyDay.criteria(userId, trait));
    }
}
