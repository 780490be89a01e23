package app.tahap.campaign;

import app.tahap.account.Viewer;
import app.tahap.campaign.CampaignRecords.Refusal;
import app.tahap.money.Amounts;
import app.tahap.money.Currencies;
import app.tahap.money.Money;
import app.tahap.web.NotFoundException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** What campaigns and sources cost. A cost is removed, not changed; who removed it is kept. */
@Repository
@Transactional
class Costs {

    /** What numeric(19, 4) holds. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E15");

    private final JdbcClient jdbc;
    private final Clock clock;

    Costs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells at its field what no cost can be. */
    static void check(CostForm form, Errors errors, Viewer viewer) {
        Currency currency = form.currency();
        if (currency != null && !Currencies.isInUse(currency)) {
            errors.rejectValue("currency", "campaign.cost.currency.required");
        }
        if (form.amount() == null || form.amount().isBlank()) {
            return;
        }
        Currency valued = Objects.requireNonNullElse(currency, viewer.baseCurrency());
        BigDecimal amount =
                Amounts.parse(form.amount(), valued, viewer.locale()).orElse(null);
        Optional<Refusal> refusal = amount == null
                ? Optional.of(new Refusal("deal.form.amount.invalid", List.of()))
                : refusal(amount, valued);
        refusal.ifPresent(why ->
                errors.rejectValue("amount", why.messageKey(), why.arguments().toArray(), null));
    }

    /** Why an amount cannot be a cost. */
    static Optional<Refusal> refusal(BigDecimal amount, Currency currency) {
        if (amount.signum() <= 0) {
            return Optional.of(new Refusal("campaign.cost.amount.positive", List.of()));
        } else if (amount.compareTo(TOO_LARGE) >= 0) {
            return Optional.of(new Refusal("deal.form.amount.large", List.of()));
        } else if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            return Optional.of(new Refusal(
                    "campaign.cost.amount.decimals",
                    List.of(currency.getDefaultFractionDigits(), currency.getCurrencyCode())));
        }
        return Optional.empty();
    }

    @Transactional(readOnly = true)
    List<CostRow> of(CostBearer bearer) {
        return jdbc.sql("""
                        select a.id, a.spent_on, a.amount, a.currency, a.note, u.name as entered_by
                          from acquisition_cost a join users u on u.id = a.entered_by
                         where a.%s = :bearer and a.removed_at is null
                         order by a.spent_on desc, a.id desc
                        """.formatted(bearer.column()))
                .param("bearer", bearer.id())
                .query((row, number) -> new CostRow(
                        row.getLong("id"),
                        row.getObject("spent_on", LocalDate.class),
                        new Money(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getString("note"),
                        row.getString("entered_by")))
                .list();
    }

    /**
     * Adds a cost of a form without errors, once however often it is sent.
     *
     * @throws DuplicateKeyException where the form has made another one
     */
    void add(CostBearer bearer, CostForm form, Viewer viewer) {
        Currency currency = Objects.requireNonNull(form.currency());
        BigDecimal amount = Amounts.parse(Objects.requireNonNull(form.amount()), currency, viewer.locale())
                .orElseThrow();
        int added = jdbc.sql("""
                        insert into acquisition_cost (%s, spent_on, amount, currency, note, entered_by, entered_at, idempotency_key)
                        values (:bearer, :spentOn, :amount, :currency, nullif(:note, ''), :by, :now, :key::uuid)
                            on conflict (idempotency_key) do nothing
                        """.formatted(bearer.column()))
                .param("bearer", bearer.id())
                .param("spentOn", form.spentOn())
                .param("amount", amount)
                .param("currency", currency.getCurrencyCode())
                .param("note", Objects.requireNonNullElse(form.note(), "").strip())
                .param("by", viewer.id())
                .param("now", now())
                .param("key", form.key() == null ? null : form.key().toString())
                .update();
        if (added == 0 && !isStored(bearer, form, amount)) {
            throw new DuplicateKeyException("Another cost has the key " + form.key());
        }
    }

    private boolean isStored(CostBearer bearer, CostForm form, BigDecimal amount) {
        return jdbc.sql("""
                        select exists (select from acquisition_cost
                                        where idempotency_key = :key and %s = :bearer and amount = :amount
                                          and spent_on = :spentOn)
                        """.formatted(bearer.column()))
                .param("key", form.key())
                .param("bearer", bearer.id())
                .param("amount", amount)
                .param("spentOn", form.spentOn())
                .query(Boolean.class)
                .single();
    }

    /** Removes a cost; removing it again changes nothing. */
    void remove(CostBearer bearer, long costId, Viewer viewer) {
        int found = jdbc.sql("""
                        update acquisition_cost
                           set removed_at = coalesce(removed_at, :now), removed_by = coalesce(removed_by, :by)
                         where id = :id and %s = :bearer
                        """.formatted(bearer.column()))
                .param("now", now())
                .param("by", viewer.id())
                .param("id", costId)
                .param("bearer", bearer.id())
                .update();
        if (found == 0) {
            throw new NotFoundException("cost", costId);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
