package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets passwords. Whoever knew the old one is logged out everywhere. */
@Service
@Transactional
class Passwords {

    private final UserRepository users;
    private final Invitations invitations;
    private final Logins logins;
    private final PasswordEncoder encoder;

    Passwords(UserRepository users, Invitations invitations, Logins logins, PasswordEncoder encoder) {
        this.users = users;
        this.invitations = invitations;
        this.logins = logins;
        this.encoder = encoder;
    }

    /** Accepts an invitation; the user's id, or empty where it was used, expired or revoked meanwhile. */
    Optional<Long> accept(Secret secret, String password) {
        Optional<Long> user = invitations.redeem(secret);
        user.ifPresent(id -> {
            set(id, password);
            logins.end(id);
        });
        return user;
    }

    /** Changes the password of who is logged in, and stays so here alone, under a new session id. */
    void change(long userId, String password, HttpServletRequest request) {
        set(userId, password);
        logins.endOthers(userId, request);
        request.changeSessionId();
    }

    /** A link that somebody may still have in an old message serves no longer. */
    private void set(long userId, String password) {
        invitations.revoke(userId);
        users.findById(userId).orElseThrow().changePasswordTo(Objects.requireNonNull(encoder.encode(password)));
    }
}
