package app.tahap.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which deals somebody asks for, as it stands in the address of a page; whatever is null or empty asks for nothing.
 * Dates are the workspace's; both ends count. Deleted deals are left out unless asked for, and then are all there is.
 *
 * @param text in the deal's title, its organisation's or its person's name
 * @param amountMin in the deal's own currency
 * @param enteredStage a stage that the deal entered from enteredFrom to enteredTo, by creation, import or move
 * @param parked true: only deals that sleep today; false: only those that do not
 */
public record DealCriteria(
        @Nullable Long pipeline,
        @Nullable Long stage,
        @Nullable Long owner,
        @Nullable Long team,
        @Nullable Long organization,
        @Nullable Long person,
        @Nullable Long source,
        @Nullable Long reason,
        @Nullable String text,
        @Nullable Set<Outcome> outcome,
        @Nullable BigDecimal amountMin,
        @Nullable BigDecimal amountMax,
        @Nullable String currency,
        @Nullable LocalDate createdFrom,
        @Nullable LocalDate createdTo,
        @Nullable LocalDate closedFrom,
        @Nullable LocalDate closedTo,
        @Nullable LocalDate expectedFrom,
        @Nullable LocalDate expectedTo,
        @Nullable Long enteredStage,
        @Nullable LocalDate enteredFrom,
        @Nullable LocalDate enteredTo,
        @Nullable Boolean parked,
        @Nullable Boolean rotting,
        @Nullable Boolean noAmount,
        @Nullable Boolean deleted) {

    public static final DealCriteria NONE = new DealCriteria(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null);

    /** Whether anything is asked for, apart from the pipeline. */
    public boolean isFiltered() {
        return hasMore()
                || owner != null
                || stage != null
                || organization != null
                || person != null
                || source != null
                || reason != null
                || (text != null && !text.isBlank())
                || (outcome != null && !outcome.isEmpty());
    }

    /** Whether one of the less common filters is set, which a page keeps folded away otherwise. */
    public boolean hasMore() {
        return Stream.of(
                                team,
                                amountMin,
                                amountMax,
                                createdFrom,
                                createdTo,
                                closedFrom,
                                closedTo,
                                expectedFrom,
                                expectedTo)
                        .anyMatch(Objects::nonNull)
                || Boolean.TRUE.equals(rotting)
                || Boolean.TRUE.equals(noAmount);
    }

    /** One of the dates by the name of its parameter. */
    public @Nullable LocalDate date(String name) {
        return switch (name) {
            case "createdFrom" -> createdFrom;
            case "createdTo" -> createdTo;
            case "closedFrom" -> closedFrom;
            case "closedTo" -> closedTo;
            case "expectedFrom" -> expectedFrom;
            case "expectedTo" -> expectedTo;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The filters that make sense on a board, where columns are the stages and every deal is open and awake. */
    DealCriteria onBoard(long pipelineId) {
        return new DealCriteria(
                pipelineId,
                null,
                owner,
                team,
                organization,
                person,
                source,
                null,
                text,
                Set.of(Outcome.OPEN),
                amountMin,
                amountMax,
                currency,
                createdFrom,
                createdTo,
                null,
                null,
                expectedFrom,
                expectedTo,
                null,
                null,
                null,
                false,
                rotting,
                noAmount,
                null);
    }

    /** The same, but the deals that sleep. */
    DealCriteria parkedInstead() {
        return new DealCriteria(
                pipeline,
                stage,
                owner,
                team,
                organization,
                person,
                source,
                reason,
                text,
                outcome,
                amountMin,
                amountMax,
                currency,
                createdFrom,
                createdTo,
                closedFrom,
                closedTo,
                expectedFrom,
                expectedTo,
                enteredStage,
                enteredFrom,
                enteredTo,
                true,
                rotting,
                noAmount,
                deleted);
    }

    DealCriteria withOrganization(long id) {
        return new DealCriteria(
                pipeline,
                stage,
                owner,
                team,
                id,
                person,
                source,
                reason,
                text,
                outcome,
                amountMin,
                amountMax,
                currency,
                createdFrom,
                createdTo,
                closedFrom,
                closedTo,
                expectedFrom,
                expectedTo,
                enteredStage,
                enteredFrom,
                enteredTo,
                parked,
                rotting,
                noAmount,
                deleted);
    }

    DealCriteria withPerson(long id) {
        return new DealCriteria(
                pipeline,
                stage,
                owner,
                team,
                organization,
                id,
                source,
                reason,
                text,
                outcome,
                amountMin,
                amountMax,
                currency,
                createdFrom,
                createdTo,
                closedFrom,
                closedTo,
                expectedFrom,
                expectedTo,
                enteredStage,
                enteredFrom,
                enteredTo,
                parked,
                rotting,
                noAmount,
                deleted);
    }

    /** The deals of a pipeline, of an owner or a team where one is given: what a report covers. */
    public static DealCriteria scope(long pipeline, @Nullable Long owner, @Nullable Long team) {
        return new DealCriteria(
                pipeline, null, owner, team, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null);
    }
}
