package app.tahap.proposal;

import app.tahap.account.PageLanguage;
import app.tahap.proposal.ProposalAnswers.Origin;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a link leads a customer: to read, to accept, to decline. Works without scripts, without a login, on any device. */
@Controller
@RequestMapping("/p/{token}")
class CustomerController {

    private static final int LONGEST_AGENT = 500;

    private final CustomerPage page;
    private final ProposalAnswers answers;
    private final Readers readers;
    private final LinkThrottle throttle;

    CustomerController(CustomerPage page, ProposalAnswers answers, Readers readers, LinkThrottle throttle) {
        this.page = page;
        this.answers = answers;
        this.readers = readers;
        this.throttle = throttle;
    }

    @GetMapping
    String read(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("acceptance", new AcceptanceForm(null, null));
        model.addAttribute("refusal", new RefusalForm(null, null));
        Optional<Visit> visit = page.find(token);
        if (visit.isEmpty() && !throttle.permits(request.getRemoteAddr())) {
            return tooMany(request, response, model);
        }
        visit.filter(Visit::isReadable)
                .filter(found -> found.status().isSent() && readers.isCustomer(request))
                .ifPresent(answers::read);
        return show(token, visit.orElse(null), request, response, model);
    }

    @PostMapping("/acceptance")
    String accept(
            @PathVariable String token,
            @ModelAttribute("acceptance") AcceptanceForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        form.check(errors);
        return answer(
                token,
                errors,
                () -> answers.accept(new LinkToken(token), form.typedName(), origin(request)),
                request,
                response,
                model);
    }

    @PostMapping("/refusal")
    String decline(
            @PathVariable String token,
            @ModelAttribute("refusal") RefusalForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        form.check(errors);
        return answer(
                token,
                errors,
                () -> answers.decline(new LinkToken(token), form.typedName(), form.typedReason(), origin(request)),
                request,
                response,
                model);
    }

    private String answer(
            String token,
            BindingResult errors,
            Runnable change,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!throttle.permits(request.getRemoteAddr())) {
            return tooMany(request, response, model);
        }
        Optional<Visit> visit = page.find(token);
        if (visit.filter(Visit::isAnswerable).isPresent() && !errors.hasErrors()) {
            try {
                change.run();
                return "redirect:/p/" + token;
            } catch (RuleException late) {
                visit = page.find(token);
            }
        }
        if (visit.filter(Visit::isAnswerable).isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", true);
        } else if (visit.filter(Visit::isReadable).isPresent()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("late", true);
        }
        model.asMap().putIfAbsent("acceptance", new AcceptanceForm(null, null));
        model.asMap().putIfAbsent("refusal", new RefusalForm(null, null));
        return show(token, visit.orElse(null), request, response, model);
    }

    private String show(
            String token,
            @Nullable Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keepPrivate(response);
        model.addAttribute("token", token);
        model.addAttribute("visit", visit);
        if (visit == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "proposal/customer-closed";
        }
        PageLanguage.use(request, visit.locale());
        page.fill(visit, model);
        if (!visit.isReadable()) {
            response.setStatus(HttpStatus.GONE.value());
            return "proposal/customer-closed";
        }
        return "proposal/customer";
    }

    private static String tooMany(HttpServletRequest request, HttpServletResponse response, Model model) {
        keepPrivate(response);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", Long.toString(LinkThrottle.WINDOW.toSeconds()));
        model.addAttribute("tooMany", true);
        return "proposal/customer-closed";
    }

    /** Neither search engines nor the sites that a link leads to may learn of the address. */
    static void keepPrivate(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private static Origin origin(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new Origin(
                request.getRemoteAddr(),
                agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT));
    }
}
