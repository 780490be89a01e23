package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.pipeline.PipelineView;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/**
 * What somebody wants to see figures of, as it stands in the address.
 *
 * @param period this quarter where null
 * @param from the first day of a custom period
 * @param to its last day
 */
public record DashboardForm(
        @Nullable Long pipeline,
        @Nullable PeriodChoice period,
        @Nullable String from,
        @Nullable String to,
        @Nullable Long owner,
        @Nullable Long team) {

    private static final Pattern PLAUSIBLE = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");

    public PeriodChoice chosen() {
        return Objects.requireNonNullElse(period, PeriodChoice.THIS_QUARTER);
    }

    /** What is wrong with the dates, under the name that the page knows the form by. */
    BindingResult check() {
        BindingResult errors = new BeanPropertyBindingResult(this, "form");
        if (chosen() == PeriodChoice.CUSTOM) {
            LocalDate first = day("from", from, errors);
            LocalDate last = day("to", to, errors);
            if (first != null && last != null && last.isBefore(first)) {
                errors.rejectValue("to", "report.period.order");
            }
        }
        return errors;
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, BindingResult errors) {
        if (text == null || text.isBlank()) {
            errors.rejectValue(field, "report.period.missing");
            return null;
        }
        try {
            if (PLAUSIBLE.matcher(text.strip()).matches()) {
                return LocalDate.parse(text.strip());
            }
        } catch (DateTimeParseException noSuchDay) {
            // as 31 February: told below like any other text
        }
        errors.rejectValue(field, "web.value.invalid");
        return null;
    }

    /** The period meant, once {@link #check} had no objection. */
    Period on(LocalDate today, Viewer viewer) {
        return chosen() == PeriodChoice.CUSTOM
                ? Period.between(day(from), day(to))
                : chosen().on(today, viewer.fiscalYearStart());
    }

    private static LocalDate day(@Nullable String text) {
        return LocalDate.parse(Objects.requireNonNull(text).strip());
    }

    /** Those whose figures are asked for, of all pipelines where none is named. */
    DealCriteria deals() {
        return DealCriteria.scope(pipeline, owner, team);
    }

    DealCriteria deals(PipelineView of) {
        return DealCriteria.scope(of.id(), owner, team);
    }
}
