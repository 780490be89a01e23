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
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
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
        if (!mayGoOn(code, request, response)) {
            return "setup/code";
        }
        boolean indonesian = "id".equals(locale.getLanguage());
        Currency currency = Currency.getInstance(indonesian ? "IDR" : "USD");
        ZoneId zone = indonesian ? ZoneId.of("Asia/Jakarta") : TimeZones.ofMachine();
        model.addAttribute(
                "form",
                new SetupForm(
                        null, currency, zone, locale.getLanguage(), null, null, null, Template.SEVEN, true, code));
        return show(model, locale);
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
        if (!mayGoOn(form.code(), request, response)) {
            return "setup/code";
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(model, locale);
        }
        long administrator = setup.setUp(form);
        logins.logIn(administrator, request, response);
        return "redirect:/board";
    }

    private boolean mayGoOn(@Nullable String code, HttpServletRequest request, HttpServletResponse response) {
        if (gate.isDone()) {
            throw new NotFoundException("set-up", "now");
        }
        boolean admitted = gate.admits(request, code);
        if (!admitted) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        }
        return admitted;
    }

    private static String show(Model model, Locale locale) {
        model.addAttribute("templates", Template.values());
        model.addAttribute(
                "currencies",
                Currencies.choices(Currency.getInstance("id".equals(locale.getLanguage()) ? "IDR" : "USD"), locale));
        model.addAttribute("zones", TimeZones.choices());
        model.addAttribute("languages", Languages.choices());
        return "setup/setup";
    }
}
