package app.tahap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Answers what the domain refused. Enhanced requests get the message alone, to be shown where the user is. */
@ControllerAdvice
class ErrorAdvice {

    private static final String UNIQUE_VIOLATION = "23505";

    private final MessageSource messages;

    ErrorAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFoundException notFound, HttpServletRequest request, Locale locale) {
        return Htmx.isEnhanced(request)
                ? new ModelAndView("error/_message", HttpStatus.NOT_FOUND)
                        .addObject("message", messages.getMessage("web.error.404.text", null, locale))
                : new ModelAndView("error/404", HttpStatus.NOT_FOUND);
    }

    /** Two saved the same thing at the same moment, and this was the later one. */
    @ExceptionHandler
    ModelAndView stale(OptimisticLockingFailureException stale, HttpServletRequest request, Locale locale) {
        return conflict("web.stale", request, locale);
    }

    /** PostgreSQL ended the transaction each time it was tried, since it and another one waited for each other. */
    @ExceptionHandler
    ModelAndView busy(PessimisticLockingFailureException busy, HttpServletRequest request, Locale locale) {
        return conflict("web.busy", request, locale);
    }

    /** A form that was cut off on its way, or holds too much text or too large a file. Who has hung up gets no answer. */
    @ExceptionHandler
    @Nullable ModelAndView unreadable(
            MultipartException unreadable, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        if (response.isCommitted()) {
            return null;
        }
        if (FailureFilter.isTooMuchText(unreadable)) {
            if (Htmx.isEnhanced(request)) {
                return new ModelAndView("error/_message", HttpStatus.CONTENT_TOO_LARGE)
                        .addObject("message", messages.getMessage("web.error.413.text", null, locale));
            }
            request.setAttribute(FailureFilter.TEXT, true);
        }
        boolean large = unreadable instanceof MaxUploadSizeExceededException;
        response.sendError((large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
        return null;
    }

    /**
     * What must be there once only is there already: the key of a form that was used for something else, or what two saved
     * at the same moment. Any other fault in what is stored is ours.
     */
    @ExceptionHandler
    ModelAndView repeated(DataIntegrityViolationException repeated, HttpServletRequest request, Locale locale) {
        boolean known = repeated instanceof DuplicateKeyException
                || (NestedExceptionUtils.getMostSpecificCause(repeated) instanceof SQLException sql
                        && UNIQUE_VIOLATION.equals(sql.getSQLState()));
        if (!known) {
            throw repeated;
        }
        return conflict("web.repeated", request, locale);
    }

    private ModelAndView conflict(String messageKey, HttpServletRequest request, Locale locale) {
        ModelAndView page = refused(new RuleException(messageKey), request, locale);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @ExceptionHandler
    ModelAndView refused(RuleException refused, HttpServletRequest request, Locale locale) {
        String view = Htmx.isEnhanced(request) ? "error/_message" : "error/refused";
        ModelAndView page = new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("message", messages.getMessage(refused.messageKey(), refused.arguments(), locale));
        page.addObject("back", cameFrom(request));
        return page;
    }

    /** The page of ours that the request came from, where the user can go on; null where that is not known. */
    private static @Nullable String cameFrom(HttpServletRequest request) {
        String page = request.getHeader("Referer");
        String host = request.getHeader("Host");
        boolean ours = page != null && page.matches("https?://" + Pattern.quote(String.valueOf(host)) + "/.*");
        return ours ? page : null;
    }
}
