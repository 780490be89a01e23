package app.tahap.webform;

import app.tahap.account.PageLanguage;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that everybody can fill in, without a login, a cookie or a script; also within a page of the team's website. */
@Controller
@RequestMapping("/forms/{token}")
class EnquiryController {

    /** Where posts are told that they are too large, without being read. */
    static final String TOO_MUCH = "/forms/any/too-much";

    private final WebForms forms;
    private final Enquiries enquiries;
    private final Throttle throttle;
    private final Clock clock;

    EnquiryController(WebForms forms, Enquiries enquiries, Throttle throttle, Clock clock) {
        this.forms = forms;
        this.enquiries = enquiries;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping
    String ask(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        WebForm form = forms.open(token);
        model.addAttribute("enquiry", Enquiry.empty(lang));
        return show(form, speak(request, lang, locale), newStamp(form), response, model);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String receive(
            @PathVariable String token,
            @ModelAttribute("enquiry") Enquiry enquiry,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        WebForm form = forms.open(token);
        Locale language = speak(request, enquiry.lang(), locale);
        Instant now = clock.instant();
        Optional<Stamp> stamp = Stamp.read(enquiry.stamp(), form.secret()).filter(read -> !read.isExpired(now));
        if (enquiry.isByProgram()) {
            enquiries.caught(form);
            return thanks(form, language);
        }
        if (stamp.isEmpty()) {
            enquiries.caught(form);
            errors.reject("webform.outdated");
        } else if (stamp.get().isTooFast(now)) {
            enquiries.caught(form);
            errors.reject("webform.fast");
        } else {
            EnquiryCheck.check(enquiry, form, form.texts(language), errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    form,
                    language,
                    stamp.map(read -> read.signed(form.secret())).orElseGet(() -> newStamp(form)),
                    response,
                    model);
        }
        if (!throttle.admits(form, request.getRemoteAddr())) {
            enquiries.caught(form);
            errors.reject("webform.throttled");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return show(form, language, stamp.get().signed(form.secret()), response, model);
        }
        enquiries.receive(form, enquiry, stamp.get(), form.texts(language));
        return thanks(form, language);
    }

    @GetMapping("/thanks")
    String thank(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        WebForm form = forms.open(token);
        Locale language = speak(request, lang, locale);
        FormFrames.allow(form, response);
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("form", form);
        model.addAttribute("texts", form.texts(language));
        return "webform/thanks";
    }

    @RequestMapping(
            path = "/too-much",
            method = {RequestMethod.GET, RequestMethod.POST})
    String refuse(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        return tell("too-much", request, response, locale, model);
    }

    /** Visitors of a website know nothing of our board, to which the usual page leads. */
    @ExceptionHandler
    String missing(
            NotFoundException missing,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return tell("closed", request, response, locale, model);
    }

    private static String tell(
            String notice, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Locale language = speak(request, request.getParameter("lang"), locale);
        FormFrames.allowEverywhere(response);
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("notice", notice);
        return "webform/notice";
    }

    /** In the language that the page's address asks for, else in that of the browser. */
    private static Locale speak(HttpServletRequest request, @Nullable String wanted, Locale usual) {
        Locale language = "en".equals(wanted) || "id".equals(wanted) ? Locale.forLanguageTag(wanted) : usual;
        PageLanguage.use(request, language);
        return language;
    }

    private static String thanks(WebForm form, Locale language) {
        return form.redirect() == null
                ? "redirect:/forms/%s/thanks?lang=%s".formatted(form.token(), language.getLanguage())
                : "redirect:" + form.redirect();
    }

    private String newStamp(WebForm form) {
        return new Stamp(UUID.randomUUID(), clock.instant()).signed(form.secret());
    }

    private static String show(WebForm form, Locale language, String stamp, HttpServletResponse response, Model model) {
        FormFrames.allow(form, response);
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("form", form);
        model.addAttribute("texts", form.texts(language));
        model.addAttribute("stamp", stamp);
        return "webform/form";
    }
}
