package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.Duplicates;
import app.tahap.contact.Organizations;
import app.tahap.contact.People;
import app.tahap.field.Field;
import app.tahap.field.FieldForm;
import app.tahap.field.FieldForms;
import app.tahap.field.FieldInput;
import app.tahap.field.FieldValues;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/** Checks what people fill in on the way to another stage, and turns it into a {@link Passage}. */
@Component
class PassageForms {

    private final DealViews views;
    private final Organizations organizations;
    private final People people;
    private final Duplicates duplicates;
    private final Fields definitions;
    private final FieldForms fieldForms;

    PassageForms(
            DealViews views,
            Organizations organizations,
            People people,
            Duplicates duplicates,
            Fields definitions,
            FieldForms fieldForms) {
        this.views = views;
        this.organizations = organizations;
        this.people = people;
        this.duplicates = duplicates;
        this.definitions = definitions;
        this.fieldForms = fieldForms;
    }

    /**
     * Tells the errors of what was typed at their fields; a bare move, which fills in nothing, costs nothing.
     *
     * @return the contacts that new names may mean, so that nobody is stored twice; who knows them is asked to say so
     */
    DealDuplicates check(long dealId, PassageForm form, Errors errors, Viewer viewer) {
        if (!form.isAsked()) {
            return DealDuplicates.NONE;
        }
        DealView deal = views.load(dealId, viewer);
        DealAmounts.check(form.amount(), Currency.getInstance(deal.currency()), "amount", errors, viewer.locale());
        if (form.sourceId() != null && !DealChoices.offer(views.sources(deal.sourceId()), form.sourceId())) {
            errors.rejectValue("sourceId", "deal.form.source.invalid");
        }
        if (form.isExcepted() && isBlank(form.exception())) {
            errors.rejectValue("exception", "deal.criteria.exception.required");
        }
        String organization = isBlank(form.organizationName()) ? deal.organization() : form.organizationName();
        return new DealDuplicates(
                form.isSureOf("organizationName")
                        ? List.of()
                        : duplicates.organizationsMeantBy(form.organizationName()),
                form.isSureOf("personName") ? List.of() : duplicates.peopleMeantBy(form.personName(), organization));
    }

    /** What was typed into the administrator's fields, of those that are in the form. */
    FieldForm fields(long dealId, PassageForm form, MultiValueMap<String, String> typed, Viewer viewer) {
        if (!form.isAsked() || typed.keySet().stream().noneMatch(name -> name.startsWith("field-"))) {
            return new FieldForm(List.of(), FieldValues.NONE);
        }
        List<Field> asked = definitions.inUse(RecordKind.DEAL).stream()
                .filter(field -> typed.containsKey(field.parameter()))
                .toList();
        return fieldForms.read(asked, typed, definitions.values(RecordKind.DEAL, dealId), viewer);
    }

    Passage passage(PassageForm form, FieldForm fields, Viewer viewer) {
        if (!form.isAsked()) {
            return Passage.PLAIN;
        }
        String exception =
                form.isExcepted() ? Objects.requireNonNull(form.exception()).strip() : null;
        return new Passage(
                facts -> fill(facts, form, viewer),
                before -> fill(before, fields),
                form.told(),
                Set.copyOf(form.tickedItems()),
                exception,
                true);
    }

    /** What is left blank stays as it is. Contacts that are new come into being in the transaction of the move. */
    private DealFacts fill(DealFacts facts, PassageForm form, Viewer viewer) {
        Currency currency = Currency.getInstance(facts.currency());
        Long organization = or(organizations.findOrCreate(form.organizationName()), facts.organizationId());
        return new DealFacts(
                facts.title(),
                or(DealAmounts.read(form.amount(), currency, viewer.locale()), facts.amount()),
                facts.currency(),
                or(form.expectedClose(), facts.expectedClose()),
                facts.ownerId(),
                organization,
                or(people.findOrCreate(form.personName(), organization), facts.personId()),
                or(form.sourceId(), facts.sourceId()),
                facts.campaignId(),
                facts.tagIds());
    }

    private static FieldValues fill(FieldValues before, FieldForm told) {
        FieldValues values = before;
        for (FieldInput input : told.inputs()) {
            long id = input.field().id();
            values = values.with(id, or(told.values().get(id), before.get(id)));
        }
        return values;
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T present) {
        return told == null ? present : told;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
