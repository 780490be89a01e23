package app.tahap.account;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks e-mail and password. An unknown e-mail takes as long as a wrong password and gets the same answer. */
@Component
class LoginProvider implements AuthenticationProvider {

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final String hashOfNobody;

    LoginProvider(UserRepository users, PasswordEncoder passwords, LoginThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody's password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String email = attempt.getName().strip();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        Duration delay = throttle.delay(email, address);
        if (delay.compareTo(Duration.ZERO) > 0) {
            throw new LockedException(Long.toString(delay.toMinutes() + 1));
        }
        User user = users.findByEmailIgnoreCase(email).filter(User::isActive).orElse(null);
        String hash = user == null || user.getPasswordHash() == null ? hashOfNobody : user.getPasswordHash();
        boolean matches = passwords.matches(String.valueOf(attempt.getCredentials()), hash);
        if (user == null || !hash.equals(user.getPasswordHash()) || !matches) {
            throttle.failed(email, address);
            throw new BadCredentialsException("Unknown e-mail or wrong password");
        }
        throttle.succeeded(email);
        LoginUser principal = new LoginUser(user);
        principal.eraseCredentials();
        UsernamePasswordAuthenticationToken result =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        result.setDetails(attempt.getDetails());
        return result;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
