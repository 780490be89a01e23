package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LoginController {

    private final CurrentViewer viewers;

    LoginController(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request) {
        return viewers.find(request).isPresent() ? "redirect:/board" : "account/login";
    }

    @GetMapping("/")
    String start() {
        return "redirect:/board";
    }
}
