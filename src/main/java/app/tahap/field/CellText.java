package app.tahap.field;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What cells say in the manner of their file. */
public interface CellText {

    Optional<BigDecimal> number(String cell);

    Optional<LocalDate> date(String cell);

    /** In the currency of rows that name none, unless a code stands before or behind it. */
    Optional<Money> money(String cell);
}
