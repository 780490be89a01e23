package app.tahap.deal;

import app.tahap.field.FieldCriterion;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes criteria that differ from others in what is said here. */
public final class DealCriteriaBuilder {

    private @Nullable Long pipeline;
    private @Nullable Long stage;
    private @Nullable Long owner;
    private @Nullable Long team;
    private @Nullable Long organization;
    private @Nullable String organizationText;
    private @Nullable Long person;
    private @Nullable Long source;
    private @Nullable Long campaign;
    private @Nullable Long tag;
    private @Nullable Long reason;
    private @Nullable Long competitor;
    private @Nullable Long need;
    private @Nullable Long imported;
    private @Nullable String text;
    private @Nullable Set<Outcome> outcome;
    private @Nullable BigDecimal amountMin;
    private @Nullable BigDecimal amountMax;
    private @Nullable Integer scoreMin;
    private @Nullable Integer scoreMax;
    private @Nullable String currency;
    private @Nullable DateRange created;
    private @Nullable DateRange closed;
    private @Nullable DateRange expected;
    private @Nullable StageEntry entered;
    private @Nullable StageExit left;
    private @Nullable OpenAt open;
    private @Nullable ObjectionRaised objection;
    private @Nullable Map<String, String> fields;
    private @Nullable Set<DealTrait> only;

    DealCriteriaBuilder() {}

    DealCriteriaBuilder(DealCriteria from) {
        pipeline = from.pipeline();
        stage = from.stage();
        owner = from.owner();
        team = from.team();
        organization = from.organization();
        organizationText = from.organizationText();
        person = from.person();
        source = from.source();
        campaign = from.campaign();
        tag = from.tag();
        reason = from.reason();
        competitor = from.competitor();
        need = from.need();
        imported = from.imported();
        text = from.text();
        outcome = from.outcome();
        amountMin = from.amountMin();
        amountMax = from.amountMax();
        scoreMin = from.scoreMin();
        scoreMax = from.scoreMax();
        currency = from.currency();
        created = from.created();
        closed = from.closed();
        expected = from.expected();
        entered = from.entered();
        left = from.left();
        open = from.open();
        objection = from.objection();
        fields = from.fields();
        only = from.only();
    }

    public DealCriteria build() {
        return new DealCriteria(
                pipeline,
                stage,
                owner,
                team,
                organization,
                organizationText,
                person,
                source,
                campaign,
                tag,
                reason,
                competitor,
                need,
                imported,
                text,
                outcome,
                amountMin,
                amountMax,
                scoreMin,
                scoreMax,
                currency,
                created,
                closed,
                expected,
                entered,
                left,
                open,
                objection,
                fields,
                only);
    }

    public DealCriteriaBuilder pipeline(@Nullable Long id) {
        pipeline = id;
        return this;
    }

    public DealCriteriaBuilder stage(@Nullable Long id) {
        stage = id;
        return this;
    }

    public DealCriteriaBuilder owner(@Nullable Long id) {
        owner = id;
        return this;
    }

    public DealCriteriaBuilder team(@Nullable Long id) {
        team = id;
        return this;
    }

    public DealCriteriaBuilder organization(@Nullable Long id) {
        organization = id;
        return this;
    }

    public DealCriteriaBuilder person(@Nullable Long id) {
        person = id;
        return this;
    }

    public DealCriteriaBuilder source(@Nullable Long id) {
        source = id;
        return this;
    }

    public DealCriteriaBuilder campaign(@Nullable Long id) {
        campaign = id;
        return this;
    }

    public DealCriteriaBuilder tag(@Nullable Long id) {
        tag = id;
        return this;
    }

    public DealCriteriaBuilder reason(@Nullable Long id) {
        reason = id;
        return this;
    }

    public DealCriteriaBuilder competitor(@Nullable Long id) {
        competitor = id;
        return this;
    }

    public DealCriteriaBuilder need(@Nullable Long id) {
        need = id;
        return this;
    }

    public DealCriteriaBuilder imported(@Nullable Long importId) {
        imported = importId;
        return this;
    }

    public DealCriteriaBuilder text(@Nullable String part) {
        text = part;
        return this;
    }

    /** @param least in the deal's own currency */
    public DealCriteriaBuilder amountMin(@Nullable BigDecimal least) {
        amountMin = least;
        return this;
    }

    public DealCriteriaBuilder outcome(Outcome... anyOf) {
        outcome = Set.of(anyOf);
        return this;
    }

    public DealCriteriaBuilder created(@Nullable DateRange range) {
        created = range;
        return this;
    }

    public DealCriteriaBuilder closed(@Nullable DateRange range) {
        closed = range;
        return this;
    }

    public DealCriteriaBuilder entered(@Nullable StageEntry entry) {
        entered = entry;
        return this;
    }

    public DealCriteriaBuilder left(@Nullable StageExit exit) {
        left = exit;
        return this;
    }

    public DealCriteriaBuilder open(@Nullable OpenAt at) {
        open = at;
        return this;
    }

    public DealCriteriaBuilder objection(@Nullable ObjectionRaised raised) {
        objection = raised;
        return this;
    }

    /** By the keys that {@link FieldCriterion} tells of. */
    public DealCriteriaBuilder fields(@Nullable Map<String, String> asked) {
        fields = asked == null ? null : Map.copyOf(asked);
        return this;
    }

    public DealCriteriaBuilder only(Set<DealTrait> all) {
        only = Set.copyOf(all);
        return this;
    }

    /** Adds a trait to those asked for. */
    public DealCriteriaBuilder and(DealTrait trait) {
        Set<DealTrait> more = only == null ? EnumSet.of(trait) : EnumSet.copyOf(only);
        more.add(trait);
        return only(more);
    }
}
