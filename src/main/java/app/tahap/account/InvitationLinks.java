package app.tahap.account;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Makes one-time links and shows them, each this once: nobody can read it again, since only its hash is kept. */
@Component
class InvitationLinks {

    private final Invitations invitations;
    private final PublicAddress address;
    private final Clock clock;

    InvitationLinks(Invitations invitations, PublicAddress address, Clock clock) {
        this.invitations = invitations;
        this.address = address;
        this.clock = clock;
    }

    /** The page goes out with the answer itself, not after a redirect: that would leave the token in the session. */
    String show(User user, Model model) {
        Secret secret = invitations.create(user.id());
        String path = "/invitations/" + secret.token();
        model.addAttribute("section", "settings");
        model.addAttribute("user", user);
        // without a known address only the browser, not the request's Host header, says under which one Tahap is
        // reached
        model.addAttribute("path", address.isKnown() ? null : path);
        model.addAttribute("link", address.of(path));
        model.addAttribute("expiresAt", clock.instant().plus(Invitations.SERVES));
        return "account/invitation-link";
    }
}
