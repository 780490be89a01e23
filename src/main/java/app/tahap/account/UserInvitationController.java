package app.tahap.account;

import app.tahap.web.RuleException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes a new one-time link for a user: an invitation, or a way to a new password. */
@Controller
class UserInvitationController {

    private final UserService users;
    private final InvitationLinks links;

    UserInvitationController(UserService users, InvitationLinks links) {
        this.users = users;
        this.links = links;
    }

    @PostMapping("/settings/users/{id}/invitation")
    String invite(@PathVariable long id, Model model) {
        User user = users.load(id);
        if (!user.isActive()) {
            throw new RuleException("account.invitation.deactivated", user.getName());
        }
        if (user.getEmail() == null) {
            throw new RuleException("account.invitation.address", user.getName());
        }
        return links.show(user, model);
    }
}
