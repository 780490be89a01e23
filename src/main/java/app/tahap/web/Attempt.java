package app.tahap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/**
 * Does what a form asks for, if it is valid. Why that was not done stands in the form's errors, where it is shown again:
 * a broken rule at its field (422), or as the form's own error that somebody else saved meanwhile (409).
 */
public final class Attempt {

    private Attempt() {}

    /**
     * @param fieldOf the field that a broken rule is about
     * @return what the change yields; empty where it was not made, and the form is to be shown again
     */
    public static <T> Optional<T> of(
            Supplier<T> change,
            BindingResult errors,
            Function<RuleException, String> fieldOf,
            HttpServletResponse response) {
        return of(change, errors, fieldOf, "web.form.stale", response);
    }

    private static <T> Optional<T> of(
            Supplier<T> change,
            BindingResult errors,
            Function<RuleException, String> fieldOf,
            String staleKey,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                return Optional.of(change.get());
            } catch (RuleException refused) {
                errors.rejectValue(fieldOf.apply(refused), refused.messageKey(), refused.arguments(), null);
            } catch (OptimisticLockingFailureException stale) {
                errors.reject(staleKey);
            }
        }
        response.setStatus((errors.hasGlobalErrors() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return Optional.empty();
    }

    /** The same for a change that yields nothing: whether it was made. */
    public static boolean succeeds(
            Runnable change,
            BindingResult errors,
            Function<RuleException, String> fieldOf,
            HttpServletResponse response) {
        return succeeds(change, errors, fieldOf, "web.form.stale", response);
    }

    /** The same with words of its own for what somebody else saved meanwhile. */
    public static boolean succeeds(
            Runnable change,
            BindingResult errors,
            Function<RuleException, String> fieldOf,
            String staleKey,
            HttpServletResponse response) {
        Supplier<Boolean> made = () -> {
            change.run();
            return true;
        };
        return of(made, errors, fieldOf, staleKey, response).isPresent();
    }
}
