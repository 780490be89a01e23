package app.tahap.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
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

/** Where a one-time link leads: somebody who cannot log in yet, or no longer, sets a password. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

    private final Invitations invitations;
    private final Passwords passwords;
    private final Logins logins;

    InvitationController(Invitations invitations, Passwords passwords, Logins logins) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.logins = logins;
    }

    @GetMapping
    String ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Invitation> invitation = invitations.find(new Secret(token));
        invitation.ifPresent(found -> ViewerWebConfiguration.suggestLanguage(request, found.locale()));
        model.addAttribute("form", new InvitationForm(null));
        return show(token, invitation.orElse(null), response, model);
    }

    @PostMapping
    String accept(
            @PathVariable String token,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        Secret secret = new Secret(token);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(token, invitations.find(secret).orElse(null), response, model);
        }
        Optional<Long> user = passwords.accept(secret, Objects.requireNonNull(form.password()));
        if (user.isEmpty()) {
            return show(token, invitations.find(secret).orElse(null), response, model);
        }
        logins.logIn(user.get(), request, response);
        return "redirect:/board";
    }

    private static String show(
            String token, @Nullable Invitation invitation, HttpServletResponse response, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("invitation", invitation);
        if (invitation == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (!invitation.isOpen()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return "account/invitation";
    }
}
