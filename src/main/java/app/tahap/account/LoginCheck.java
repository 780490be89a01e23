package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks e-mail and password. An unknown e-mail takes as long as a wrong password and gets the same answer. */
@Component
class LoginCheck {

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final KnownDevices devices;
    private final String hashOfNobody;

    LoginCheck(UserRepository users, PasswordEncoder passwords, LoginThrottle throttle, KnownDevices devices) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody's password"));
    }

    /** The user's id. Failures count against the account, and the device or the address they come from. */
    long check(String email, String password, HttpServletRequest request) throws LoginRefusedException {
        User user = users.findByEmail(email.strip()).filter(User::isActive).orElse(null);
        String device = user == null ? null : devices.find(user.id(), request);
        throttle.begin(email, request.getRemoteAddr(), device);
        String hash = user == null ? null : user.getPasswordHash();
        boolean matches = passwords.matches(password, hash == null ? hashOfNobody : hash);
        if (user == null || hash == null || !matches) {
            throw new LoginRefusedException(Duration.ZERO);
        }
        throttle.succeeded(email, device);
        return user.id();
    }
}
