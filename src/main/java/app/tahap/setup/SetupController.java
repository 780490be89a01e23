package app.tahap.setup;

import app.tahap.account.Languages;
import app.tahap.account.Logins;
import app.tahap.account.TimeZones;
import app.tahap.money.Currencies;
import app.tahap.pipeline.Template;
import app.tahap.web.NotFoundException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup")
class SetupController {

    private final SetupGate gate;
    private final SetupService setup;
    private final Logins logins;

    SetupController(SetupGate gate, SetupService setup, Logins logins) {
        this.gate = gate;
        this.setup = setup;
        this.logins = logins;
    }

    @GetMapping
    String ask(
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (!mayGoOn(code, request, response, model)) {
            return "setup/code";
        }
        SetupForm form = SetupForm.proposal(locale, code);
        model.addAttribute("form", form);
        model.addAttribute("guessZone", true);
        return show(form, model, locale);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws ServletException {
        if (!mayGoOn(form.code(), request, response, model)) {
            return "setup/code";
        }
        refuseWhatNoSelectOffers(form, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, model, locale);
        }
        logins.logIn(setup.setUp(form), request, response);
        return "redirect:/board";
    }

    /** Shows the form in another language, with what was typed so far; an untouched one proposes what suits the language. */
    @PostMapping(params = "speak")
    String speak(
            @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes parameters) {
        if (!mayGoOn(form.code(), request, response, model)) {
            return "setup/code";
        }
        if (!errors.hasErrors() && form.isUntouched()) {
            parameters.addAttribute("code", form.code());
            return "redirect:/setup";
        }
        return show(form, model, locale);
    }

    private boolean mayGoOn(
            @Nullable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (gate.isDone()) {
            throw new NotFoundException("set-up", "now");
        }
        boolean admitted = gate.admits(request, code);
        if (!admitted) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("wrongCode", code != null);
        }
        return admitted;
    }

    private static void refuseWhatNoSelectOffers(SetupForm form, BindingResult errors) {
        if (form.zone() != null && !TimeZones.canBeChosen(form.zone())) {
            errors.rejectValue("zone", "web.value.invalid");
        }
        if (form.currency() != null && !Currencies.isInUse(form.currency())) {
            errors.rejectValue("currency", "web.value.invalid");
        }
    }

    private static String show(SetupForm form, Model model, Locale locale) {
        Currency usual = Objects.requireNonNull(SetupForm.proposal(locale, null).currency());
        model.addAttribute("code", form.code());
        model.addAttribute("sampleData", form.wantsSampleData());
        model.addAttribute("templates", Template.values());
        model.addAttribute("currencies", Currencies.choices(usual, locale));
        model.addAttribute("zones", TimeZones.choices());
        model.addAttribute("languages", Languages.choices());
        return "setup/setup";
    }
}
