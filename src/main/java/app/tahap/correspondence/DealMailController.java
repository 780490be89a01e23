package app.tahap.correspondence;

import app.tahap.account.Languages;
import app.tahap.account.Viewer;
import app.tahap.correspondence.TemplateForm.Text;
import app.tahap.mail.MailHtml;
import app.tahap.mail.MailServer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes a mail to the person of a deal. */
@Controller
@RequestMapping("/deals/{dealId}/mails")
class DealMailController {

    private final Addressees addressees;
    private final MailTemplates templates;
    private final DealMails mails;
    private final MailServer server;
    private final Notices notices;

    DealMailController(
            Addressees addressees, MailTemplates templates, DealMails mails, MailServer server, Notices notices) {
        this.addressees = addressees;
        this.templates = templates;
        this.mails = mails;
        this.server = server;
        this.notices = notices;
    }

    @GetMapping("/new")
    String ask(
            @PathVariable long dealId,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(required = false) @Nullable String language,
            Viewer viewer,
            Model model) {
        Addressee to = addressees.load(dealId, viewer);
        Locale spoken =
                "en".equals(language) || "id".equals(language) ? Locale.forLanguageTag(language) : viewer.locale();
        Optional<Text> text = template == null ? Optional.empty() : templates.text(template, spoken, viewer);
        Map<Placeholder, String> values = addressees.values(to, spoken, viewer);
        model.addAttribute(
                "form",
                MailForm.of(spoken, filled(text.map(Text::subject), values), filled(text.map(Text::body), values)));
        model.addAttribute("template", template);
        model.addAttribute("untranslated", template != null && text.isEmpty());
        return show(to, viewer, model);
    }

    @PostMapping("/preview")
    String preview(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") MailForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Addressee to = addressees.load(dealId, viewer);
        MailForm filled = filled(form, to, viewer);
        filled.check(errors);
        if (Attempt.succeeds(() -> {}, errors, refused -> "body", response)) {
            model.addAttribute("previewed", filled);
            model.addAttribute("preview", MailHtml.paragraphs(filled.text()));
        }
        return show(to, viewer, model);
    }

    @PostMapping
    String send(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") MailForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Addressee to = addressees.load(dealId, viewer);
        MailForm filled = filled(form, to, viewer);
        filled.check(errors);
        if (Attempt.succeeds(() -> mails.send(dealId, filled, viewer), errors, refused -> "body", response)) {
            notices.tell(flash, "correspondence.sent", Objects.requireNonNull(to.person()));
            return "redirect:/deals/" + dealId;
        }
        return show(to, viewer, model);
    }

    /** Notes what was sent by another program. */
    @PostMapping("/log")
    String log(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") MailForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Addressee to = addressees.load(dealId, viewer);
        MailForm filled = filled(form, to, viewer);
        filled.check(errors);
        if (Attempt.succeeds(() -> mails.log(dealId, filled, viewer), errors, refused -> "body", response)) {
            notices.tell(flash, "correspondence.logged");
            return "redirect:/deals/" + dealId;
        }
        return show(to, viewer, model);
    }

    private MailForm filled(MailForm form, Addressee to, Viewer viewer) {
        return form.filled(addressees.values(to, form.locale(), viewer));
    }

    private static String filled(Optional<String> text, Map<Placeholder, String> values) {
        return PlaceholderText.of(text.orElse(null)).filled(values);
    }

    private String show(Addressee to, Viewer viewer, Model model) {
        MailForm form = (MailForm) Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("section", "deals");
        model.addAttribute("to", to);
        model.addAttribute("ready", server.isReady());
        model.addAttribute("templates", templates.all(viewer));
        model.addAttribute("languages", Languages.choices());
        MailForm filled = filled(form, to, viewer);
        model.addAttribute("unsettled", filled.unsettled());
        if (to.email() != null) {
            model.addAttribute("link", MailLink.of(to.email(), filled.subject(), filled.body()));
        }
        return "correspondence/write";
    }
}
