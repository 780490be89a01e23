package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.campaign.Campaigns;
import app.tahap.contact.Duplicates;
import app.tahap.contact.Organizations;
import app.tahap.contact.People;
import app.tahap.field.FieldForm;
import app.tahap.field.FieldForms;
import app.tahap.field.FieldValues;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.money.Currencies;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Choice;
import app.tahap.web.Difference;
import app.tahap.web.RuleException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/**
 * Checks what people typed about a deal and turns it into facts. Organisations and people that are new come into being in
 * the same transaction as the deal's change, or not at all.
 */
@Service
@Transactional
class DealForms {

    static final int MOST_NEW_TAGS = 10;

    private final DealService deals;
    private final DealViews views;
    private final Organizations organizations;
    private final People people;
    private final Duplicates duplicates;
    private final Campaigns campaigns;
    private final Tags tags;
    private final Owners owners;
    private final Pipelines pipelines;
    private final Fields fields;
    private final FieldForms fieldForms;
    private final FieldWords fieldWords;
    private final CriterionWords words;

    DealForms(
            DealService deals,
            DealViews views,
            Organizations organizations,
            People people,
            Duplicates duplicates,
            Campaigns campaigns,
            Tags tags,
            Owners owners,
            Pipelines pipelines,
            Fields fields,
            FieldForms fieldForms,
            FieldWords fieldWords,
            CriterionWords words) {
        this.deals = deals;
        this.views = views;
        this.organizations = organizations;
        this.people = people;
        this.duplicates = duplicates;
        this.campaigns = campaigns;
        this.tags = tags;
        this.owners = owners;
        this.pipelines = pipelines;
        this.fields = fields;
        this.fieldForms = fieldForms;
        this.fieldWords = fieldWords;
        this.words = words;
    }

    /** @param deal null for a new one */
    FieldForm fields(@Nullable DealView deal, Viewer viewer) {
        return fieldForms.of(RecordKind.DEAL, values(deal), viewer);
    }

    /** What was typed into the administrator's fields, with their errors. */
    FieldForm readFields(MultiValueMap<String, String> typed, @Nullable DealView before, Viewer viewer) {
        return fieldForms.read(RecordKind.DEAL, typed, values(before), viewer);
    }

    private FieldValues values(@Nullable DealView deal) {
        return deal == null ? FieldValues.NONE : fields.values(RecordKind.DEAL, deal.id());
    }

    /** @param deal null for a new one */
    DealChoices choices(@Nullable DealView deal, Viewer viewer) {
        Currency base = viewer.baseCurrency();
        Currency kept = deal == null ? base : Currency.getInstance(deal.currency());
        return new DealChoices(
                deal == null ? owners.choices(viewer) : owners.choices(viewer, deal.ownerId()),
                Currencies.choices(base, viewer.locale(), kept),
                views.sources(deal == null ? null : deal.sourceId()),
                campaigns.choices(deal == null ? null : deal.campaignId()),
                campaigns.sources(),
                tags.choices(deal == null ? List.of() : deal.tagIds()),
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
        checkLabels(form, choices, errors);
        boolean stageMissing = form.stage() == null || !choices.offersStage(form.stage());
        if (isNew && stageMissing && !errors.hasFieldErrors("stage")) {
            errors.rejectValue("stage", "deal.form.stage.required");
        }
    }

    /** A campaign that belongs to a source stands for it, and contradicts every other one. */
    private static void checkLabels(DealForm form, DealChoices choices, Errors errors) {
        Long campaign = form.campaign();
        if (campaign != null && !DealChoices.offer(choices.campaigns(), campaign)) {
            errors.rejectValue("campaign", "deal.form.campaign.invalid");
        } else if (campaign != null && form.source() != null) {
            Long source = choices.sourcesOfCampaigns().getOrDefault(campaign, form.source());
            if (!source.equals(form.source())) {
                Object[] label = {Objects.requireNonNullElse(DealChoices.label(choices.sources(), source), "–")};
                errors.rejectValue("source", "deal.form.campaign.source", label, null);
            }
        }
        if (form.chosenTags().stream().anyMatch(tag -> tag == null || !DealChoices.offer(choices.tags(), tag))) {
            errors.rejectValue("tags", "deal.form.tags.invalid");
        }
        if (Tags.split(form.newTags()).stream().anyMatch(label -> label.length() > Tags.LONGEST)
                || Tags.split(form.newTags()).size() > MOST_NEW_TAGS) {
            errors.rejectValue("newTags", "deal.form.tags.long", new Object[] {MOST_NEW_TAGS, Tags.LONGEST}, null);
        }
    }

    /** The contacts that new names may mean, so that nobody is stored twice; none once somebody said to be sure. */
    DealDuplicates duplicates(DealForm form, @Nullable DealView before) {
        boolean knowsOrganization = form.isSureOf("organization")
                || (before != null && Objects.equals(form.organization(), before.organization()));
        boolean knowsPerson =
                form.isSureOf("person") || (before != null && Objects.equals(form.person(), before.person()));
        return new DealDuplicates(
                knowsOrganization ? List.of() : duplicates.organizationsMeantBy(form.organization()),
                knowsPerson ? List.of() : duplicates.peopleMeantBy(form.person(), form.organization()));
    }

    /** Creates the deal of a form without errors. */
    NewDeal create(DealForm form, FieldForm fieldForm, Viewer viewer) {
        boolean isNew = isNew(form.organization());
        long id = begin(
                () -> {
                    Long organization = organizations.findOrCreate(form.organization());
                    Long person = people.findOrCreate(form.person(), organization);
                    return facts(form, organization, person, viewer);
                },
                fieldForm.values(),
                Objects.requireNonNull(form.stage()),
                form.key(),
                viewer);
        return new NewDeal(id, isNew);
    }

    /** Creates the deal of a short form without errors in a stage. */
    NewDeal create(QuickDealForm form, FieldForm fieldForm, long stageId, Viewer viewer) {
        boolean isNew = isNew(form.organizationName());
        long id = begin(
                () -> {
                    Long organization = organizations.findOrCreate(form.organizationName());
                    return new DealFacts(
                            Objects.requireNonNull(form.title()).strip(),
                            DealAmounts.read(form.amount(), viewer.baseCurrency(), viewer.locale()),
                            viewer.baseCurrency().getCurrencyCode(),
                            form.expectedClose(),
                            viewer.id(),
                            organization,
                            people.findOrCreate(form.personName(), organization),
                            form.sourceId());
                },
                fieldForm.values(),
                stageId,
                form.key(),
                viewer);
        return new NewDeal(id, isNew);
    }

    private long begin(Supplier<DealFacts> told, FieldValues values, long stageId, @Nullable UUID key, Viewer viewer) {
        try {
            return deals.create(told, values, stageId, key, Passage.PLAIN, viewer);
        } catch (CriteriaMissingException missing) {
            throw new RuleException(
                    "deal.criteria.begin", String.join(", ", words.of(missing.missing(), viewer.locale())));
        }
    }

    private boolean isNew(@Nullable String organization) {
        return organization != null
                && !organization.isBlank()
                && organizations.find(organization).isEmpty();
    }

    /**
     * Amends the deal by a form without errors.
     *
     * @param before the deal as it is now
     * @throws StaleDealException where the form was opened on an earlier state of the deal
     */
    void amend(DealForm form, FieldForm fieldForm, DealView before, Viewer viewer) {
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
                fieldForm.values(),
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
                deal.campaignId(),
                Set.copyOf(deal.tagIds()),
                null,
                deal.version(),
                UUID.randomUUID(),
                null);
    }

    /** Where a deal is by now unlike what somebody typed. */
    List<Difference> differences(
            DealView now, DealForm typed, FieldForm typedFields, DealChoices choices, Viewer viewer) {
        Locale locale = viewer.locale();
        Currency valued = Objects.requireNonNullElse(typed.currency(), viewer.baseCurrency());
        String amount = DealAmounts.write(DealAmounts.read(typed.amount(), valued, locale), locale);
        Difference.Collector differences = new Difference.Collector()
                .add("deal.field.title", now.title(), typed.title())
                .add("deal.field.amount", DealAmounts.write(now.amount(), locale), amount)
                .add("deal.field.currency", now.currency(), typed.currency())
                .add("deal.field.expectedClose", now.expectedClose(), typed.expectedClose())
                .add("deal.field.owner", now.owner(), DealChoices.label(choices.owners(), typed.owner()))
                .add("deal.field.organization", now.organization(), typed.organization())
                .add("deal.field.person", now.person(), typed.person())
                .add("deal.field.source", now.source(), DealChoices.label(choices.sources(), typed.source()))
                .add("deal.field.campaign", now.campaign(), DealChoices.label(choices.campaigns(), typed.campaign()))
                .add("deal.field.tags", Tag.join(now.tags()), tagsIn(typed, choices));
        return fieldWords
                .addDifferences(differences, values(now), typedFields, locale)
                .found();
    }

    private static String tagsIn(DealForm form, DealChoices choices) {
        return Stream.concat(
                        choices.tags().stream()
                                .filter(tag -> form.chosenTags().contains(Long.valueOf(tag.value())))
                                .map(Choice::label),
                        Tags.split(form.newTags()).stream())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }

    private DealFacts facts(DealForm form, @Nullable Long organization, @Nullable Long person, Viewer viewer) {
        Currency currency = Objects.requireNonNull(form.currency());
        return new DealFacts(
                Objects.requireNonNull(form.title()).strip(),
                DealAmounts.read(form.amount(), currency, viewer.locale()),
                currency.getCurrencyCode(),
                form.expectedClose(),
                Objects.requireNonNull(form.owner()),
                organization,
                person,
                form.source() == null && form.campaign() != null
                        ? campaigns.sources().get(form.campaign())
                        : form.source(),
                form.campaign(),
                Stream.concat(form.chosenTags().stream(), tags.findOrCreate(form.newTags()).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
