package app.tahap.deal;

import app.tahap.field.FieldCriterion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which deals somebody asks for, as it stands in the address of a page; whatever is null or empty asks for nothing.
 * Deleted deals are left out unless {@link DealTrait#DELETED} asks for them, and then are all there is.
 *
 * <p>Where something of a deal's past is asked for (entered, left, open), pipeline, owner and team are those it then had.
 *
 * @param owner who owns an open deal, or owned a closed one at its closing
 * @param campaign the campaign that led to the deal
 * @param tag one of the deal's tags
 * @param competitor to whom a lost deal was lost
 * @param need a pain or need that the customer has
 * @param objection something that the customer objected
 * @param imported the import that brought the deal
 * @param text in the deal's title, its organisation's or its person's name
 * @param organizationText in the name of the deal's organisation
 * @param amountMin in the deal's own currency
 * @param scoreMin of the qualification, 0 to 100; deals that were not qualified have none
 * @param fields what is asked of the administrator's fields, as typed; see {@link FieldCriterion}
 * @param only traits that the deals must all have
 */
public record DealCriteria(
        @Nullable Long pipeline,
        @Nullable Long stage,
        @Nullable Long owner,
        @Nullable Long team,
        @Nullable Long organization,
        @Nullable String organizationText,
        @Nullable Long person,
        @Nullable Long source,
        @Nullable Long campaign,
        @Nullable Long tag,
        @Nullable Long reason,
        @Nullable Long competitor,
        @Nullable Long need,
        @Nullable Long imported,
        @Nullable String text,
        @Nullable Set<Outcome> outcome,
        @Nullable BigDecimal amountMin,
        @Nullable BigDecimal amountMax,
        @Nullable Integer scoreMin,
        @Nullable Integer scoreMax,
        @Nullable String currency,
        @Nullable DateRange created,
        @Nullable DateRange closed,
        @Nullable DateRange expected,
        @Nullable StageEntry entered,
        @Nullable StageExit left,
        @Nullable OpenAt open,
        @Nullable ObjectionRaised objection,
        @Nullable Map<String, String> fields,
        @Nullable Set<DealTrait> only) {

    public static final DealCriteria NONE = new DealCriteriaBuilder().build();

    /** The deals of a pipeline, an owner or a team, as far as each is given: what a report covers. */
    public static DealCriteria scope(@Nullable Long pipeline, @Nullable Long owner, @Nullable Long team) {
        return NONE.but().pipeline(pipeline).owner(owner).team(team).build();
    }

    /** The same criteria, but for what is then said. */
    public DealCriteriaBuilder but() {
        return new DealCriteriaBuilder(this);
    }

    /** As the parameters of an address. */
    public MultiValueMap<String, String> parameters() {
        return DealAddress.parameters(this);
    }

    /** Whether anything is asked for, apart from the pipeline. */
    public boolean isFiltered() {
        return hasMore()
                || isSet(
                        stage,
                        owner,
                        organization,
                        person,
                        source,
                        reason,
                        competitor,
                        need,
                        imported,
                        currency,
                        entered,
                        left,
                        open)
                || hasText(text)
                || (outcome != null && !outcome.isEmpty())
                || (only != null && !only.isEmpty());
    }

    /** Whether one of the less common filters is set, which a page keeps folded away otherwise. */
    public boolean hasMore() {
        return isSet(team, campaign, tag, objection, amountMin, amountMax, scoreMin, scoreMax)
                || hasText(organizationText)
                || !FieldCriterion.of(fields).isEmpty()
                || Stream.of("created", "closed", "expected").map(this::dates).anyMatch(DateRange::isLimited)
                || filters().stream().anyMatch(this::has);
    }

    /** The traits that people can ask for by hand. */
    public List<DealTrait> filters() {
        return DealTrait.FILTERS;
    }

    public boolean has(DealTrait trait) {
        return only != null && only.contains(trait);
    }

    /** Whether only deleted deals are asked for. */
    public boolean isDeleted() {
        return has(DealTrait.DELETED);
    }

    boolean asksOfFields() {
        return !FieldCriterion.of(fields).isEmpty();
    }

    /** The parameters that a filter must carry along without an input for them. */
    public MultiValueMap<String, String> hidden() {
        return DealAddress.hidden(this);
    }

    /** One of the ranges of dates by the name of its parameter; never null. */
    public DateRange dates(String name) {
        DateRange range =
                switch (name) {
                    case "created" -> created;
                    case "closed" -> closed;
                    case "expected" -> expected;
                    default -> throw new IllegalArgumentException(name);
                };
        return Objects.requireNonNullElse(range, DateRange.UNLIMITED);
    }

    /** The filters that make sense on a board, where columns are the stages and every deal is open and awake. */
    DealCriteria onBoard(long pipelineId) {
        return onBoard(pipelineId, DealTrait.AWAKE);
    }

    /** As {@link #onBoard}, but the deals that sleep instead of those that are awake. */
    DealCriteria parkedBesideBoard(long pipelineId) {
        return onBoard(pipelineId, DealTrait.PARKED);
    }

    private DealCriteria onBoard(long pipelineId, DealTrait awakeOrParked) {
        Set<DealTrait> traits = EnumSet.of(awakeOrParked);
        filters().stream().filter(this::has).forEach(traits::add);
        return but().pipeline(pipelineId)
                .stage(null)
                .reason(null)
                .outcome(Outcome.OPEN)
                .closed(null)
                .entered(null)
                .left(null)
                .open(null)
                .only(traits)
                .build();
    }

    private static boolean hasText(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static boolean isSet(@Nullable Object... values) {
        return Arrays.stream(values).anyMatch(Objects::nonNull);
    }
}
