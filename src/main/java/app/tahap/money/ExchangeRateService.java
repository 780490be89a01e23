package app.tahap.money;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets exchange rates. Closed deals do not follow: they keep the rate of their closing day, once it was known. */
@Service
@Transactional
class ExchangeRateService {

    /** What numeric(24, 12) holds. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E12");

    private static final int DECIMALS = 12;

    private final ExchangeRateList list;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ExchangeRateService(ExchangeRateList list, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.events = events;
        this.list = list;
        this.jdbc = jdbc;
    }

    /** Adds a rate for a day that has none yet. */
    void add(ExchangeRateForm form, Viewer viewer) {
        String currency = Objects.requireNonNull(form.currency());
        if (currency.equals(viewer.baseCurrency().getCurrencyCode())) {
            throw new RuleException("money.rate.currency.base", currency);
        }
        if (!Currencies.isInUse(currency)) {
            throw new RuleException("money.rate.currency.required");
        }
        int added = jdbc.sql("""
                        insert into exchange_rate (currency, valid_from, rate) values (:currency, :from, :rate)
                        on conflict (currency, valid_from) do nothing
                        """)
                .param("currency", currency)
                .param("from", Objects.requireNonNull(form.validFrom()))
                .param("rate", read(form, viewer))
                .update();
        if (added == 0) {
            throw new RuleException("money.rate.date.taken");
        }
        events.publishEvent(new ExchangeRateAdded(currency, viewer));
    }

    /** Corrects the rate of a day, if it is still the one that was seen. */
    void change(String currency, LocalDate validFrom, ExchangeRateForm form, Viewer viewer) {
        BigDecimal rate = read(form, viewer);
        int changed = jdbc.sql("""
                        update exchange_rate set rate = :rate
                         where currency = :currency and valid_from = :from and rate = :before
                        """)
                .param("rate", rate)
                .param("currency", currency)
                .param("from", validFrom)
                .param("before", form.seen(), Types.NUMERIC)
                .update();
        requireOne(changed, currency, validFrom);
    }

    /** Removes the rate of a day, if it is still the one that was seen. */
    void remove(String currency, LocalDate validFrom, ExchangeRateForm form) {
        int removed = jdbc.sql("""
                        delete from exchange_rate
                         where currency = :currency and valid_from = :from and rate = :before
                        """)
                .param("currency", currency)
                .param("from", validFrom)
                .param("before", form.seen(), Types.NUMERIC)
                .update();
        requireOne(removed, currency, validFrom);
    }

    private void requireOne(int written, String currency, LocalDate validFrom) {
        if (written == 0) {
            load(currency, validFrom);
            throw new OptimisticLockingFailureException("The rate of " + validFrom + " was changed meanwhile");
        }
    }

    BigDecimal load(String currency, LocalDate validFrom) {
        return list.find(currency, validFrom)
                .orElseThrow(() -> new NotFoundException("rate", currency + " " + validFrom));
    }

    private static BigDecimal read(ExchangeRateForm form, Viewer viewer) {
        return Amounts.parse(Objects.requireNonNull(form.rate()), viewer.locale())
                .filter(rate -> rate.signum() > 0 && rate.compareTo(TOO_LARGE) < 0 && rate.scale() <= DECIMALS)
                .orElseThrow(() -> new RuleException("money.rate.invalid"));
    }
}
