package app.tahap.proposal;

import app.tahap.account.Languages;
import app.tahap.account.Viewer;
import app.tahap.money.Currencies;
import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

/** Where a draft is written: one form with all it says, its lines included. */
@Controller
@RequestMapping("/proposals/{proposalId}/draft")
class DraftController {

    private final ProposalReader reader;
    private final ProposalService service;
    private final DraftDesk desk;
    private final Notices notices;

    DraftController(ProposalReader reader, ProposalService service, DraftDesk desk, Notices notices) {
        this.reader = reader;
        this.service = service;
        this.desk = desk;
        this.notices = notices;
    }

    @GetMapping
    String ask(@PathVariable long proposalId, Viewer viewer, Model model) {
        VersionView draft = draft(proposalId, viewer);
        model.addAttribute("form", DraftForm.of(draft));
        LineForms lines = LineForms.of(draft, draft.amounts(viewer.locale()));
        return show(draft, lines, desk.reckon(lines, draft.head().money(), viewer), viewer, model);
    }

    @PostMapping
    String write(
            @PathVariable long proposalId,
            @Valid @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        VersionView draft = draft(proposalId, viewer);
        LineForms lines = LineForms.read(sent);
        DraftDesk.Reckoning reckoning = desk.reckon(lines, currency(form, draft), viewer);
        if (!reckoning.problems().isEmpty()) {
            errors.reject("proposal.line.problems");
        }
        Runnable change = () -> service.write(
                proposalId, new Draft(form.head(), form.texts(), reckoning.terms()), form.version(), viewer);
        if (Attempt.succeeds(change, errors, refused -> "title", response)) {
            Currency currency = currency(form, draft);
            boolean changed = !reckoning.terms().isEmpty()
                    && !currency.equals(draft.head().money());
            notices.tell(flash, changed ? "proposal.draft.saved.currency" : "proposal.draft.saved", currency);
            boolean sends = sent.containsKey("send");
            return "redirect:/proposals/" + proposalId + (sends ? "/sending" : "/draft");
        }
        if (!reckoning.problems().isEmpty() || errors.hasFieldErrors()) {
            response.setStatus(422);
        }
        return show(draft, lines, reckoning, viewer, model);
    }

    /** The address that the page has after a line was added without a script. */
    @GetMapping("/lines")
    String again(@PathVariable long proposalId) {
        return "redirect:/proposals/" + proposalId + "/draft";
    }

    /** Adds a line or a piece of text, takes a line away or puts it elsewhere; nothing is stored. */
    @PostMapping("/lines")
    String arrange(
            @PathVariable long proposalId,
            @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        VersionView draft = draft(proposalId, viewer);
        LineForms lines = LineForms.read(sent);
        Currency currency = currency(form, draft);
        @Nullable String missing = desk.arrange(lines, sent, currency, viewer);
        model.addAttribute("missing", missing);
        desk.withText(form, draft.dealId(), sent, viewer).ifPresent(longer -> {
            model.addAttribute("form", longer);
            model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        });
        model.addAttribute("arranged", true);
        String page = show(draft, lines, desk.reckon(lines, currency, viewer), viewer, model);
        if (!Htmx.isEnhanced(request)) {
            return page;
        }
        return sent.containsKey("totals") ? "proposal/_lines :: totals" : "proposal/_lines :: lines";
    }

    @PostMapping("/discarding")
    String discard(@PathVariable long proposalId, Viewer viewer, RedirectAttributes flash) {
        VersionView draft = draft(proposalId, viewer);
        boolean stays = service.discard(proposalId, viewer);
        notices.tell(flash, "proposal.draft.discarded", draft.reference());
        return stays ? "redirect:/proposals/" + proposalId : "redirect:/deals/" + draft.dealId();
    }

    private VersionView draft(long proposalId, Viewer viewer) {
        return reader.draft(proposalId, viewer).orElseThrow(() -> {
            reader.load(proposalId, 1, viewer); // 404 for who may not see it
            return new RuleException("proposal.draft.gone");
        });
    }

    private static Currency currency(DraftForm form, VersionView draft) {
        return Objects.requireNonNullElse(form.currency(), draft.head().money());
    }

    private String show(VersionView draft, LineForms lines, DraftDesk.Reckoning reckoning, Viewer viewer, Model model) {
        model.addAttribute("section", "proposals");
        model.addAttribute("draft", draft);
        model.addAttribute("knowsNeeds", desk.knowsNeeds(draft.dealId(), viewer));
        model.addAttribute("lines", lines.all());
        model.addAttribute("problems", reckoning.problems());
        model.addAttribute("reckoning", reckoning);
        model.addAttribute("languages", Languages.choices());
        model.addAttribute(
                "currencies",
                Currencies.choices(
                        viewer.baseCurrency(), viewer.locale(), draft.head().money()));
        model.addAttribute("sections", List.of(Section.values()));
        List<TextBlock> blocks = desk.blocks();
        model.addAttribute("blocks", blocks);
        model.addAttribute("blockParts", blocks.stream().map(TextBlock::section).collect(Collectors.toSet()));
        return "proposal/draft";
    }
}
