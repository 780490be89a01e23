package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says whether to try again now or to wait; the typed e-mail stays. */
class LoginFailureHandler implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = failure instanceof LockedException ? "wait=" + failure.getMessage() : "error";
        String email = Objects.requireNonNullElse(request.getParameter("email"), "");
        response.sendRedirect(request.getContextPath() + "/login?" + reason + "&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8));
    }
}
