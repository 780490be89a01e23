package app.tahap.account;

import app.tahap.web.Htmx;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Sends to the login page who is not, or no longer, logged in; a script is told to go there instead of being given that
 * page as a fragment. Whoever is logged in and lacks a right gets 403.
 */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final CurrentViewer viewers;
    private final LoginUrlAuthenticationEntryPoint loginPage = new LoginUrlAuthenticationEntryPoint("/login");

    Refusals(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (Htmx.isEnhanced(request)) {
            sendScriptToLogin(request, response);
        } else {
            loginPage.commence(request, response, reason);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        boolean loggedOut = viewers.find(request).isEmpty();
        if (!loggedOut
                || (reason instanceof CsrfException && request.getRequestURI().endsWith("/setup"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (Htmx.isEnhanced(request)) {
            sendScriptToLogin(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        }
    }

    private static void sendScriptToLogin(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("HX-Redirect", request.getContextPath() + "/login?expired");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
