package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.proposal.DealEffect.Acceptance;
import app.tahap.proposal.DealEffect.Amount;
import app.tahap.web.Attempt;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How proposals look and reckon, and what they do to deals. */
@Controller
@RequestMapping("/settings/proposals")
class ProposalSettingsController {

    private final ProposalSettingsStore store;
    private final EffectSettings effects;
    private final TextBlocks texts;
    private final MessageSource messages;
    private final Notices notices;

    ProposalSettingsController(
            ProposalSettingsStore store,
            EffectSettings effects,
            TextBlocks texts,
            MessageSource messages,
            Notices notices) {
        this.store = store;
        this.effects = effects;
        this.texts = texts;
        this.messages = messages;
        this.notices = notices;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", SettingsForm.of(store.load()));
        return show(model);
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasFieldErrors("accent") && Contrast.withWhite(form.colour()) < Contrast.NEEDED) {
            BigDecimal contrast =
                    BigDecimal.valueOf(Contrast.withWhite(form.colour())).setScale(1, RoundingMode.DOWN);
            Object[] found = {new Show(viewer.locale()).number(contrast)};
            errors.rejectValue("accent", "proposal.settings.accent.contrast", found, null);
        }
        Runnable change = () -> store.change(form.settings(), form.version());
        return Attempt.succeeds(change, errors, refused -> "accent", response) ? saved(flash) : show(model);
    }

    @PostMapping("/logo")
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile logo,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            if (logo == null || logo.isEmpty()) {
                throw new RuleException("proposal.settings.logo.required");
            }
            store.changeLogo(Logo.of(logo.getBytes()));
            return saved(flash);
        } catch (RuleException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "problem", messages.getMessage(refused.messageKey(), refused.arguments(), viewer.locale()));
            return ask(model);
        }
    }

    @PostMapping("/logo/removal")
    String remove(RedirectAttributes flash) {
        store.changeLogo(null);
        return saved(flash);
    }

    @GetMapping("/logo")
    ResponseEntity<byte[]> logo() {
        byte[] png = store.logo().orElseThrow(() -> new NotFoundException("logo", 0));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(png);
    }

    @PostMapping("/pipelines/{pipelineId}")
    String follow(
            @PathVariable long pipelineId,
            @Valid @ModelAttribute("effect") EffectForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Runnable change = () -> effects.change(pipelineId, form);
        if (Attempt.succeeds(change, errors, refused -> "stage", response)) {
            return saved(flash);
        }
        model.addAttribute("effectOf", pipelineId);
        model.addAttribute(
                "effectProblem", messages.getMessage(errors.getAllErrors().get(0), viewer.locale()));
        return ask(model);
    }

    private String saved(RedirectAttributes flash) {
        notices.tell(flash, "web.saved");
        return "redirect:/settings/proposals";
    }

    private String show(Model model) {
        ProposalSettings now = store.load();
        model.addAttribute("section", "settings");
        model.addAttribute("now", now);
        model.addAttribute("roundings", Rounding.values());
        model.addAttribute("wanted", effects.all());
        model.addAttribute("acceptances", Acceptance.values());
        model.addAttribute("amounts", Amount.values());
        model.addAttribute("texts", texts.all());
        return "proposal/settings";
    }
}
