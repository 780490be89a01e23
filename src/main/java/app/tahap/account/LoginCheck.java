package app.tahap.account;

import java.time.Duration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks e-mail and password. An unknown e-mail takes as long as a wrong password and gets the same answer. */
@Component
class LoginCheck {

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final String hashOfNobody;

    LoginCheck(UserRepository users, PasswordEncoder passwords, LoginThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody's password"));
    }

    /** The user's id. Failures count against the account and the address they come from. */
    long check(String email, String password, String address) throws LoginRefusedException {
        Duration wait = throttle.delay(email, address);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw new LoginRefusedException(wait);
        }
        User user = users.findByEmail(email.strip()).filter(User::isActive).orElse(null);
        String hash = user == null ? null : user.getPasswordHash();
        boolean matches = passwords.matches(password, hash == null ? hashOfNobody : hash);
        if (user == null || hash == null || !matches) {
            throttle.failed(email, address);
            throw new LoginRefusedException(Duration.ZERO);
        }
        throttle.succeeded(email);
        return user.id();
    }
}
