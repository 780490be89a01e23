package app.tahap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Answers what goes wrong around the controllers, in the filters that read sessions and parameters too: parameters that
 * cannot be read, with 400; more text than any form takes, with 413; and a database that is gone, with 503 and a page that
 * needs neither it nor a session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15) // within the content security policy, around all that asks the database
class FailureFilter extends OncePerRequestFilter {

    /** Tells the error page that it was text that was too large; it speaks of files otherwise. */
    static final String TEXT = "text";

    private static final Logger log = LoggerFactory.getLogger(FailureFilter.class);
    private static final String CLOSED_CONNECTION = "com.zaxxer.hikari.pool.ProxyConnection$ClosedConnection";
    private static final String RETRY_SECONDS = "10";
    private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;

    private final SpringTemplateEngine templates;
    private final MessageSource messages;
    private final AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();

    FailureFilter(SpringTemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
        locales.setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("id")));
        locales.setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failed) {
            if (response.isCommitted()) {
                throw failed;
            } else if (isTooMuchText(failed)) {
                log.debug("More text than a form takes", failed);
                refuseText(request, response);
            } else if (causes(failed).anyMatch(FailureFilter::isUnreadable)) {
                log.debug("Parameters that cannot be read", failed);
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else if (causes(failed).anyMatch(FailureFilter::isDatabaseGone)) {
                log.error("The database cannot be reached: {}", failed.getMessage());
                showUnavailable(request, response);
            } else {
                throw failed;
            }
        }
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause);
    }

    /** Whether a form was refused for the length of its fields, not for a file. */
    static boolean isTooMuchText(Throwable failed) {
        return causes(failed).anyMatch(FailureFilter::isTooMuch);
    }

    /** Tomcat says so by a code where the fields come as one text, and in words alone where each is a part. */
    private static boolean isTooMuch(Throwable cause) {
        return (cause instanceof InvalidParameterException text && text.getErrorCode() == TOO_LARGE)
                || (cause instanceof IllegalStateException
                        && String.valueOf(cause.getMessage()).contains("maxPostSize"));
    }

    /** Malformed escapes or UTF-8, or more parameters than Tomcat takes. */
    private static boolean isUnreadable(Throwable cause) {
        return cause instanceof InvalidParameterException;
    }

    /** No connection to be had; one that broke; or PostgreSQL shutting down, or starting. */
    private static boolean isDatabaseGone(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException failed
                        && (String.valueOf(failed.getSQLState()).matches("08...|57P0[1-3]")
                                || isOfTakenConnection(failed)));
    }

    /**
     * The pool takes a connection that broke from whoever holds it. What its holder does next, such as to roll back, fails
     * without a state, and that failure hides the first one.
     */
    private static boolean isOfTakenConnection(SQLException failed) {
        return failed.getSQLState() == null
                && Stream.of(failed.getStackTrace())
                        .anyMatch(call -> call.getClassName().startsWith(CLOSED_CONNECTION));
    }

    /** Nothing of the form was read, so that it is the browser that still has what was typed. */
    private void refuseText(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Htmx.isEnhanced(request)) {
            response.setStatus(TOO_LARGE);
            WebContext context = context(request, response);
            context.setVariable("message", messages.getMessage("web.error.413.text", null, context.getLocale()));
            show("error/_message", context, response);
        } else {
            request.setAttribute(TEXT, true);
            response.sendError(TOO_LARGE);
        }
    }

    private void showUnavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        show(
                Htmx.isEnhanced(request) ? "error/_unavailable" : "error/unavailable",
                context(request, response),
                response);
    }

    private void show(String template, WebContext context, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        templates.process(template, context, response.getWriter());
    }

    private WebContext context(HttpServletRequest request, HttpServletResponse response) {
        return new WebContext(
                JakartaServletWebApplication.buildApplication(getServletContext())
                        .buildExchange(request, response),
                locales.resolveLocale(request));
    }
}
