package app.tahap.deal;

import app.tahap.money.Amounts;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;
import org.springframework.format.Formatter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads the amounts of a filter as people type them, in the habits of the viewer's language. */
@ControllerAdvice
class DealCriteriaAdvice {

    @InitBinder("dealCriteria")
    void readAmounts(WebDataBinder binder) {
        binder.addCustomFormatter(new AmountFormatter(), BigDecimal.class);
    }

    private static final class AmountFormatter implements Formatter<BigDecimal> {

        @Override
        public String print(BigDecimal amount, Locale locale) {
            return amount.toPlainString();
        }

        @Override
        public BigDecimal parse(String text, Locale locale) throws ParseException {
            return Amounts.parse(text, locale).orElseThrow(() -> new ParseException(text, 0));
        }
    }
}
