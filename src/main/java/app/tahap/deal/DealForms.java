package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.contact.Organizations;
import app.tahap.contact.People;
import app.tahap.money.Currencies;
import app.tahap.pipeline.Pipelines;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/**
 * Checks what people typed about a deal and turns it into facts. Organisations and people that are new come into being in
 * the same transaction as the deal's change, or not at all.
 */
@Service
@Transactional
class DealForms {

    private final DealService deals;
    private final DealViews views;
    private final Organizations organizations;
    private final People people;
    private final Owners owners;
    private final Pipelines pipelines;

    DealForms(
            DealService deals,
            DealViews views,
            Organizations organizations,
            People people,
            Owners owners,
            Pipelines pipelines) {
        this.deals = deals;
        this.views = views;
        this.organizations = organizations;
        this.people = people;
        this.owners = owners;
        this.pipelines = pipelines;
    }

    /** @param deal null for a new one */
    DealChoices choices(@Nullable DealView deal, Viewer viewer) {
        Currency base = viewer.baseCurrency();
        Currency kept = deal == null ? base : Currency.getInstance(deal.currency());
        return new DealChoices(
                deal == null ? owners.choices(viewer) : owners.choices(viewer, deal.ownerId()),
                Currencies.choices(base, viewer.locale(), kept),
                views.sources(deal == null ? null : deal.sourceId()),
                pipelines.all());
    }

    /** Tells the errors of what was typed at their fields. */
    static void check(DealForm form, DealChoices choices, boolean isNew, Errors errors, Viewer viewer) {
        Currency currency = form.currency();
        if (currency != null && !DealChoices.offer(choices.currencies(), currency)) {
            errors.rejectValue("currency", "deal.form.currency.required");
        }
        Currency valued = Objects.requireNonNullElse(currency, viewer.baseCurrency());
        DealAmounts.check(form.amount(), valued, "amount", errors, viewer.locale());
        if (form.owner() != null && !DealChoices.offer(choices.owners(), form.owner())) {
            errors.rejectValue("owner", "deal.form.owner.required");
        }
        if (form.source() != null && !DealChoices.offer(choices.sources(), form.source())) {
            errors.rejectValue("source", "deal.form.source.invalid");
        }
        boolean stageMissing = form.stage() == null || !choices.offersStage(form.stage());
        if (isNew && stageMissing && !errors.hasFieldErrors("stage")) {
            errors.rejectValue("stage", "deal.form.stage.required");
        }
    }

    /** Creates the deal of a form without errors, and returns its id. */
    long create(DealForm form, Viewer viewer) {
        Long organization = organizations.findOrCreate(form.organization());
        Long person = people.findOrCreate(form.person(), organization);
        return deals.create(
                facts(form, organization, person, viewer), Objects.requireNonNull(form.stage()), form.key(), viewer);
    }

    /**
     * Amends the deal by a form without errors.
     *
     * @param before the deal as it is now
     * @throws StaleDealException where the form was opened on an earlier state of the deal
     */
    void amend(DealForm form, DealView before, Viewer viewer) {
        boolean sameOrganization = Objects.equals(form.organization(), before.organization());
        Long organization =
                sameOrganization ? before.organizationId() : organizations.findOrCreate(form.organization());
        // by id, since an organisation or person of that name may have been deleted, or there may be two
        Long person = Objects.equals(form.person(), before.person())
                ? before.personId()
                : people.findOrCreate(form.person(), organization);
        deals.amend(
                before.id(),
                facts(form, organization, person, viewer),
                Objects.requireNonNullElse(form.version(), -1),
                form.key(),
                viewer);
    }

    /** The form of a deal as it is now. */
    static DealForm of(DealView deal, Viewer viewer) {
        return new DealForm(
                deal.title(),
                DealAmounts.write(deal.amount(), viewer.locale()),
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

    /** Where a deal is now unlike what somebody typed, in words: before is how it is, after is what was typed. */
    static List<FieldChange> differences(DealView now, DealForm typed, DealChoices choices, Viewer viewer) {
        DealForm present = of(now, viewer);
        List<FieldChange> differences = new ArrayList<>();
        FieldChange.add(differences, "title", present.title(), typed.title());
        FieldChange.add(
                differences,
                "amount",
                present.amount(),
                DealAmounts.write(DealAmounts.read(typed.amount(), viewer.locale()), viewer.locale()));
        FieldChange.add(differences, "currency", present.currency(), typed.currency());
        FieldChange.add(differences, "expectedClose", present.expectedClose(), typed.expectedClose());
        FieldChange.add(differences, "owner", now.owner(), DealChoices.label(choices.owners(), typed.owner()));
        FieldChange.add(differences, "organization", present.organization(), blankToNull(typed.organization()));
        FieldChange.add(differences, "person", present.person(), blankToNull(typed.person()));
        FieldChange.add(differences, "source", now.source(), DealChoices.label(choices.sources(), typed.source()));
        return differences;
    }

    private static DealFacts facts(DealForm form, @Nullable Long organization, @Nullable Long person, Viewer viewer) {
        Currency currency = Objects.requireNonNull(form.currency());
        return new DealFacts(
                Objects.requireNonNull(form.title()).strip(),
                DealAmounts.read(form.amount(), viewer.locale()),
                currency.getCurrencyCode(),
                form.expectedClose(),
                Objects.requireNonNull(form.owner()),
                organization,
                person,
                form.source());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
