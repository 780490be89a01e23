package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.contact.Organizations;
import app.tahap.contact.People;
import app.tahap.money.Amounts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Turns what people typed into facts of a deal, and back. */
@Component
class DealFormReader {

    /** What numeric(19, 4) holds. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E15");

    private final Organizations organizations;
    private final People people;
    private final Owners owners;

    DealFormReader(Organizations organizations, People people, Owners owners) {
        this.organizations = organizations;
        this.people = people;
        this.owners = owners;
    }

    /** The facts, with organisation and person found or made; empty where there are errors, which are then told. */
    @Transactional
    Optional<DealFacts> read(DealForm form, @Nullable DealView before, Errors errors, Viewer viewer) {
        BigDecimal amount = amount(form.amount(), "amount", errors, viewer);
        Long owner = form.owner();
        boolean unchangedOwner = before != null && Objects.equals(owner, before.ownerId());
        if (owner != null && !unchangedOwner && !mayOwn(owner, viewer)) {
            errors.rejectValue("owner", "deal.form.owner.required");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Long organization = organizations.findOrCreate(form.organization());
        return Optional.of(new DealFacts(
                Objects.requireNonNull(form.title()).strip(),
                amount,
                Objects.requireNonNull(form.currency()).getCurrencyCode(),
                form.expectedClose(),
                Objects.requireNonNull(owner),
                organization,
                people.findOrCreate(form.person(), organization),
                form.source()));
    }

    DealForm formOf(DealView deal, Viewer viewer) {
        NumberFormat number = NumberFormat.getNumberInstance(viewer.locale());
        number.setMaximumFractionDigits(4);
        return new DealForm(
                deal.title(),
                deal.amount() == null ? null : number.format(deal.amount()),
                Currency.getInstance(deal.currency()),
                deal.expectedClose(),
                deal.stageId(),
                deal.ownerId(),
                deal.organization(),
                deal.person(),
                deal.sourceId(),
                deal.version(),
                UUID.randomUUID());
    }

    /** The amount typed, null for none; anything else than a number of zero or more is told. */
    static @Nullable BigDecimal amount(@Nullable String text, String field, Errors errors, Viewer viewer) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Optional<BigDecimal> amount = Amounts.parse(text, viewer.locale())
                .filter(number -> number.signum() >= 0 && number.compareTo(TOO_LARGE) < 0);
        if (amount.isEmpty()) {
            errors.rejectValue(field, "deal.form.amount.invalid");
        }
        return amount.orElse(null);
    }

    private boolean mayOwn(long owner, Viewer viewer) {
        return owners.choices(viewer).stream().anyMatch(choice -> choice.value().equals(Long.toString(owner)));
    }
}
