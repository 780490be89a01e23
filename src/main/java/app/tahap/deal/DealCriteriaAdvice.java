package app.tahap.deal;

import app.tahap.account.CurrentViewer;
import app.tahap.money.Amounts;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Currency;
import java.util.Locale;
import org.springframework.format.Formatter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads the amounts of a filter as people type them, in the habits of the viewer's language. */
@ControllerAdvice
class DealCriteriaAdvice {

    private final CurrentViewer viewers;

    DealCriteriaAdvice(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    /** They are in the base currency, and may say so. */
    @InitBinder("dealCriteria")
    void readAmounts(WebDataBinder binder, HttpServletRequest request) {
        viewers.find(request)
                .ifPresent(viewer ->
                        binder.addCustomFormatter(new AmountFormatter(viewer.baseCurrency()), BigDecimal.class));
    }

    private record AmountFormatter(Currency currency) implements Formatter<BigDecimal> {

        @Override
        public String print(BigDecimal amount, Locale locale) {
            return amount.toPlainString();
        }

        @Override
        public BigDecimal parse(String text, Locale locale) throws ParseException {
            return Amounts.parse(text, currency, locale).orElseThrow(() -> new ParseException(text, 0));
        }
    }
}
