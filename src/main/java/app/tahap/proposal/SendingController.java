package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.money.ExchangeRates;
import app.tahap.proposal.SendingCheck.Obstacle;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last look at a draft before it goes to the customer. */
@Controller
@RequestMapping("/proposals/{proposalId}/sending")
class SendingController {

    private final ProposalReader reader;
    private final ProposalHeadings headings;
    private final ProposalSending sending;
    private final ProposalSettingsStore settings;
    private final DocumentViews views;
    private final MarginAccess margins;
    private final LinkPage linkPage;
    private final LetterDesk letters;
    private final Notices notices;
    private final ExchangeRates rates;
    private final MessageSource messages;
    private final Clock clock;

    SendingController(
            ProposalReader reader,
            ProposalHeadings headings,
            ProposalSending sending,
            ProposalSettingsStore settings,
            DocumentViews views,
            MarginAccess margins,
            LinkPage linkPage,
            LetterDesk letters,
            Notices notices,
            ExchangeRates rates,
            MessageSource messages,
            Clock clock) {
        this.reader = reader;
        this.headings = headings;
        this.sending = sending;
        this.settings = settings;
        this.views = views;
        this.margins = margins;
        this.linkPage = linkPage;
        this.letters = letters;
        this.notices = notices;
        this.rates = rates;
        this.messages = messages;
        this.clock = clock;
    }

    /** What stands against sending, ready to be shown. */
    record Shown(
            String text, @Nullable String link, @Nullable String linkText) {}

    @GetMapping
    String ask(@PathVariable long proposalId, Viewer viewer, Model model) {
        Optional<VersionView> draft = reader.draft(proposalId, viewer);
        if (draft.isEmpty()) { // sent already, perhaps by the same request
            headings.load(proposalId, viewer);
            return "redirect:/proposals/" + proposalId;
        }
        model.addAttribute("form", letters.form(draft.get(), settings.load().linkDays()));
        return show(draft.get(), viewer, model);
    }

    @PostMapping
    String send(
            @PathVariable long proposalId,
            @Valid @ModelAttribute("form") SendingForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Optional<VersionView> draft = reader.draft(proposalId, viewer);
        if (draft.isEmpty()) {
            headings.load(proposalId, viewer);
            return "redirect:/proposals/" + proposalId;
        }
        letters.check(form, errors);
        Optional<LinkToken> token = Attempt.of(
                () -> sending.send(
                        proposalId,
                        form.revision(),
                        Objects.requireNonNull(form.days()),
                        letters.letter(form, draft.get()),
                        viewer),
                errors,
                refused -> "days",
                response);
        if (token.isEmpty()) {
            return show(draft.get(), viewer, model);
        }
        if (form.isMailed()) {
            notices.tell(flash, "proposal.mail.sent", form.recipient());
            return "redirect:/proposals/" + proposalId;
        }
        return linkPage.show(token.get(), proposalId, viewer, model);
    }

    private String show(VersionView draft, Viewer viewer, Model model) {
        ProposalHeading heading = headings.load(draft.proposalId(), viewer);
        DocumentView document = views.of(draft, settings.load());
        List<Obstacle> found = new ArrayList<>(sending.obstacles(draft, heading.open(), viewer));
        sending.unprintable(document).ifPresent(found::add);
        List<Shown> obstacles = new ArrayList<>();
        for (Obstacle obstacle : found) {
            String text = messages.getMessage(
                    obstacle.messageKey(), obstacle.arguments().toArray(), viewer.locale());
            String linkText =
                    obstacle.linkKey() == null ? null : messages.getMessage(obstacle.linkKey(), null, viewer.locale());
            obstacles.add(new Shown(text, obstacle.link(), linkText));
        }
        String currency = draft.head().currency();
        boolean valued = currency.equals(viewer.baseCurrency().getCurrencyCode())
                || rates.find(currency, viewer.today(clock)).isPresent();
        model.addAttribute("section", "proposals");
        model.addAttribute("proposal", heading);
        model.addAttribute("draft", draft);
        model.addAttribute("document", document);
        model.addAttribute("margins", margins.seesMargin(viewer) ? MarginView.of(draft, viewer.locale()) : null);
        model.addAttribute("obstacles", obstacles);
        model.addAttribute("unvalued", valued ? null : currency);
        model.addAttribute("hindrance", letters.hindrance());
        return "proposal/sending";
    }
}
