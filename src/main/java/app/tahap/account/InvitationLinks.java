package app.tahap.account;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes one-time links and shows them, each this once: nobody can read it again, since only its hash is kept. */
@Component
class InvitationLinks {

    private final Invitations invitations;
    private final Clock clock;

    InvitationLinks(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /** The page goes out with the answer itself, not after a redirect: that would leave the token in the session. */
    String show(User user, Model model) {
        Secret secret = invitations.create(user.id());
        String path = "/invitations/" + secret.token();
        model.addAttribute("section", "settings");
        model.addAttribute("user", user);
        model.addAttribute("path", path);
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString());
        model.addAttribute("expiresAt", clock.instant().plus(Invitations.SERVES));
        return "account/invitation-link";
    }
}
