package app.tahap.deal;

import app.tahap.field.FieldCriterion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes criteria as the parameters of an address, from which {@link DealCriteria} is bound again. */
public final class DealAddress {

    /** What the filter above a list has inputs for. */
    private static final Set<String> FILTERS = Set.of(
            "pipeline",
            "stage",
            "owner",
            "team",
            "text",
            "organizationText",
            "campaign",
            "tag",
            "objection.type",
            "outcome",
            "amountMin",
            "amountMax",
            "scoreMin",
            "scoreMax",
            "created.from",
            "created.to",
            "closed.from",
            "closed.to",
            "expected.from",
            "expected.to");

    private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    private DealAddress(DealCriteria criteria) {
        put("pipeline", criteria.pipeline());
        put("stage", criteria.stage());
        put("owner", criteria.owner());
        put("team", criteria.team());
        put("organization", criteria.organization());
        put("organizationText", criteria.organizationText());
        put("person", criteria.person());
        put("source", criteria.source());
        put("campaign", criteria.campaign());
        put("tag", criteria.tag());
        put("reason", criteria.reason());
        put("competitor", criteria.competitor());
        put("need", criteria.need());
        put("imported", criteria.imported());
        put("text", criteria.text());
        putAll("outcome", criteria.outcome());
        put("amountMin", plain(criteria.amountMin()));
        put("amountMax", plain(criteria.amountMax()));
        put("scoreMin", criteria.scoreMin());
        put("scoreMax", criteria.scoreMax());
        put("currency", criteria.currency());
        put("created", criteria.created());
        put("closed", criteria.closed());
        put("expected", criteria.expected());
        put(criteria.entered());
        put(criteria.left());
        put(criteria.open());
        put(criteria.objection());
        FieldCriterion.of(criteria.fields()).forEach(criterion -> put(criterion.parameter(), criterion.asked()));
        putAll("only", criteria.only());
    }

    /** The list of exactly the deals that the criteria describe. */
    public static String list(DealCriteria criteria) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/deals");
        new DealAddress(criteria).parameters.forEach(address::queryParam);
        return address.encode().toUriString();
    }

    /** All of the criteria as parameters. */
    static MultiValueMap<String, String> parameters(DealCriteria criteria) {
        return new DealAddress(criteria).parameters;
    }

    /** What a page's filter has no input for and must carry along. */
    static MultiValueMap<String, String> hidden(DealCriteria criteria) {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>();
        new DealAddress(criteria).parameters.forEach((name, values) -> values.stream()
                .filter(value -> !isFilter(name, value))
                .forEach(value -> rest.add(name, value)));
        return rest;
    }

    private static boolean isFilter(String name, String value) {
        return name.equals("only")
                ? DealTrait.FILTERS.contains(DealTrait.valueOf(value))
                : FILTERS.contains(name) || name.startsWith(FieldCriterion.PARAMETER);
    }

    /** Never with three decimals, which some languages read as thousands. */
    private static @Nullable String plain(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        int decimals = Math.max(0, amount.stripTrailingZeros().scale());
        return amount.setScale(decimals == 3 ? 4 : decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name, value.toString());
        }
    }

    private void putAll(String name, @Nullable Collection<? extends Enum<?>> values) {
        if (values != null) {
            values.stream().map(Enum::name).sorted().forEach(value -> parameters.add(name, value));
        }
    }

    private void put(String name, @Nullable DateRange range) {
        if (range != null) {
            put(name + ".from", range.from());
            put(name + ".to", range.to());
        }
    }

    private void put(@Nullable StageEntry entry) {
        if (entry != null) {
            put("entered.stage", entry.stage());
            put("entered.from", entry.from());
            put("entered.to", entry.to());
            put("entered.next", entry.next());
            put("entered.then", entry.then());
        }
    }

    private void put(@Nullable StageExit exit) {
        if (exit != null) {
            put("left.stage", exit.stage());
            put("left.from", exit.from());
            put("left.to", exit.to());
        }
    }

    private void put(@Nullable OpenAt open) {
        if (open != null) {
            put("open.on", open.on());
            put("open.stage", open.stage());
        }
    }

    private void put(@Nullable ObjectionRaised objection) {
        if (objection != null) {
            put("objection.type", objection.type());
            put("objection.stage", objection.stage());
            put("objection.from", objection.from());
            put("objection.to", objection.to());
        }
    }
}
