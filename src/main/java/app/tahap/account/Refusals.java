package app.tahap.account;

import app.tahap.web.Htmx;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends to the login page who is not, or no longer, logged in; a script is told to go there instead of being given that
 * page as a fragment. Whoever is logged in and lacks a right gets 403, and whose form outlived its session is told so.
 */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** The request attribute by which the page for 403 knows that the form was too old. */
    private static final String OUTDATED = "outdatedForm";

    private static final String EXPIRED = "/login?expired";

    private static final Set<String> FORMS_BEFORE_LOGIN = Set.of("/setup", "/invitations", "/p/");

    private final CurrentViewer viewers;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final RequestCache wanted;
    private final LoginUrlAuthenticationEntryPoint loginPage = new LoginUrlAuthenticationEntryPoint("/login");

    Refusals(CurrentViewer viewers, MessageSource messages, LocaleResolver locales, RequestCache wanted) {
        this.viewers = viewers;
        this.messages = messages;
        this.locales = locales;
        this.wanted = wanted;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (Htmx.isEnhanced(request)) {
            sendScriptToLogin(request, response);
        } else if (isStream(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // by which a browser knows not to ask again
        } else if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            response.sendRedirect(request.getContextPath() + EXPIRED);
        } else {
            loginPage.commence(request, response, reason);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (viewers.find(request).isPresent() || isFormBeforeLogin(request)) {
            forbid(request, response, reason instanceof CsrfException);
        } else if (Htmx.isEnhanced(request)) {
            sendScriptToLogin(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + EXPIRED);
        }
    }

    private void forbid(HttpServletRequest request, HttpServletResponse response, boolean outdated) throws IOException {
        if (Htmx.isEnhanced(request)) {
            String key = outdated ? "web.error.outdated.text" : "web.error.403.text";
            String message = messages.getMessage(key, null, locales.resolveLocale(request));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().write("<p class=\"refusal\">" + HtmlUtils.htmlEscape(message) + "</p>");
        } else {
            request.setAttribute(OUTDATED, outdated);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private static boolean isFormBeforeLogin(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return FORMS_BEFORE_LOGIN.stream().anyMatch(path::startsWith);
    }

    private void sendScriptToLogin(HttpServletRequest request, HttpServletResponse response) {
        HttpServletRequest page = PageOfScript.of(request);
        if (page != null) {
            wanted.saveRequest(page, response);
        }
        response.setHeader("HX-Redirect", request.getContextPath() + EXPIRED);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
