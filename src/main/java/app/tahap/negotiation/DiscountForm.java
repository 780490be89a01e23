package app.tahap.negotiation;

import app.tahap.money.Percentages;
import app.tahap.web.Show;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The rule for discounts and margins as it is typed, in percent; blank is no limit. */
record DiscountForm(
        @Nullable String repDiscount,
        @Nullable String managerDiscount,
        @Nullable String repMargin,
        @Nullable String managerMargin,
        @Nullable Boolean repSeesMargin,
        @Nullable Boolean managerSeesMargin,
        @Nullable Integer version) {

    static DiscountForm of(DiscountRule rule, Locale locale) {
        Show show = new Show(locale);
        return new DiscountForm(
                text(rule.repDiscount(), show),
                text(rule.managerDiscount(), show),
                text(rule.repMargin(), show),
                text(rule.managerMargin(), show),
                rule.repSeesMargin(),
                rule.managerSeesMargin(),
                rule.version());
    }

    /** Tells at each field what is no percentage. */
    void check(BindingResult errors, Locale locale) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("repDiscount", repDiscount);
        fields.put("managerDiscount", managerDiscount);
        fields.put("repMargin", repMargin);
        fields.put("managerMargin", managerMargin);
        fields.forEach((field, typed) -> {
            if (typed != null && Percentages.read(typed, locale).isEmpty()) {
                errors.rejectValue(field, "negotiation.discount.invalid");
            }
        });
    }

    /** What a checked form means. */
    DiscountRule rule(Locale locale) {
        return new DiscountRule(
                percent(repDiscount, locale),
                percent(managerDiscount, locale),
                percent(repMargin, locale),
                percent(managerMargin, locale),
                Boolean.TRUE.equals(repSeesMargin),
                Boolean.TRUE.equals(managerSeesMargin),
                0);
    }

    private static @Nullable BigDecimal percent(@Nullable String typed, Locale locale) {
        return typed == null || typed.isBlank()
                ? null
                : Percentages.read(typed, locale).orElseThrow();
    }

    private static @Nullable String text(@Nullable BigDecimal percent, Show show) {
        return percent == null ? null : show.exact(Shares.plain(percent));
    }
}
