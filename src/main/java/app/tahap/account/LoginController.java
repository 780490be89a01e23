package app.tahap.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class LoginController {

    private final CurrentViewer viewers;
    private final LoginCheck check;
    private final Logins logins;
    private final RememberedLogins remembered;
    private final RequestCache wanted;

    LoginController(
            CurrentViewer viewers, LoginCheck check, Logins logins, RememberedLogins remembered, RequestCache wanted) {
        this.viewers = viewers;
        this.check = check;
        this.logins = logins;
        this.remembered = remembered;
        this.wanted = wanted;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/board";
    }

    @GetMapping("/login")
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("form", new LoginForm(null, null));
        return viewers.find(request).isPresent() ? "redirect:/board" : "account/login";
    }

    @PostMapping("/login")
    String logIn(
            @ModelAttribute("form") LoginForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        String email = Objects.requireNonNullElse(form.email(), "");
        String password = Objects.requireNonNullElse(form.password(), "");
        try {
            long userId = check.check(email, password, request);
            remembered.loginSuccess(request, response, logins.logIn(userId, request, response));
            return "redirect:" + target(request, response);
        } catch (LoginRefusedException refused) {
            return refuse(refused, response, model);
        }
    }

    private static String refuse(LoginRefusedException refused, HttpServletResponse response, Model model) {
        model.addAttribute("refused", refused);
        if (refused.mustWait()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        return "account/login";
    }

    /** The page that was asked for before the login page came between, else the board. */
    private String target(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return saved == null ? "/board" : saved.getRedirectUrl();
    }
}
