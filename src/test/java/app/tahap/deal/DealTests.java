package app.tahap.deal;

import static app.tahap.deal.DealFixtures.ANI;
import static app.tahap.deal.DealFixtures.MONDAY;
import static app.tahap.deal.DealFixtures.change;
import static app.tahap.deal.DealFixtures.facts;
import static app.tahap.deal.DealFixtures.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.tahap.pipeline.Stage;
import app.tahap.web.RuleException;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DealTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 18);

    private final Stage prospecting = DealFixtures.stage(1, "Prospecting", "0.05");
    private final Stage proposal = DealFixtures.stage(5, "Proposal", "0.5");
    private final Deal deal = DealFixtures.deal(prospecting);

    @Test
    void movesAndRemembersTheRankItHad() {
        DealEvent event = deal.moveTo(proposal, "b00", change(1, "1.1"));

        assertThat(deal.isIn(proposal)).isTrue();
        assertThat(deal.getStageEnteredAt()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
        assertThat(event.getKind()).isEqualTo(EventKind.MOVED);
        assertThat(event.getStageId()).isEqualTo(proposal.id());
        assertThat(event.getStagePosition()).isEqualTo(proposal.getPosition());
        assertThat(event.getProbability()).isEqualByComparingTo("0.5");
        assertThat(event.getPreviousRank()).isEqualTo("a0");
    }

    @Test
    void goesAlongToAnotherPipeline() {
        Stage renewal = DealFixtures.stage(DealFixtures.pipeline(2), 9, "Renewal", "0.8");

        assertThat(deal.moveTo(renewal, "a0", change(1, "1")).getPipelineId()).isEqualTo(2);
        assertThat(deal.getPipelineId()).isEqualTo(2);
    }

    @Test
    void takesAPlaceInItsOwnColumnByReordering() {
        assertThatIllegalArgumentException().isThrownBy(() -> deal.moveTo(prospecting, "a1", change(1, "1")));

        deal.reorder("a1");
        assertThat(deal.getRank()).isEqualTo("a1");
    }

    @Test
    void rejectsMoveOfAClosedDeal() {
        deal.win(change(1, "1"));

        refuses("deal.closed", () -> deal.moveTo(proposal, "b0", change(2, "1")));
        refuses("deal.closed", () -> deal.reorder("b0"));
        assertThat(deal.isIn(prospecting)).isTrue();
    }

    @Test
    void rejectsAStageThatIsOutOfUse() {
        proposal.archive(prospecting, MONDAY);

        refuses("deal.move.archived", () -> deal.moveTo(proposal, "b0", change(1, "1")));
        refuses("deal.move.archived", () -> DealFixtures.deal(proposal));
    }

    @Test
    void isWonAtTheRateOfThatDayForWhoOwnsItThen() {
        DealEvent won = deal.win(change(1, "1.08"));

        assertThat(deal.status().outcome()).isEqualTo(Outcome.WON);
        assertThat(deal.status().closedAt()).isEqualTo(won.getOccurredAt());
        assertThat(deal.status().closingOwnerId()).isEqualTo(ANI);
        assertThat(deal.probability()).isEqualByComparingTo("1");
        assertThat(won.getRate()).isEqualByComparingTo("1.08");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"LOST", "DISQUALIFIED"})
    void wantsAReasonForWhatIsNotWon(Outcome outcome) {
        refuses("deal.outcome.reason.required", () -> deal.close(outcome, null, "too dear", change(1, "1")));
        assertThat(deal.status().outcome()).isEqualTo(Outcome.OPEN);

        deal.close(outcome, 3L, "too dear", change(1, "1"));
        assertThat(deal.status().reasonId()).isEqualTo(3);
        assertThat(deal.probability()).isZero();
    }

    @Test
    void keepsTheRateOfItsClosing() {
        deal.win(change(1, "1.08"));

        DealEvent amended = deal.amend(facts("2000", "EUR"), change(48, "1.5")).orElseThrow();
        DealEvent deleted = deal.delete(change(50, "1.6"));

        assertThat(amended.getRate()).isEqualByComparingTo("1.08");
        assertThat(deleted.getRate()).isEqualByComparingTo("1.08");
    }

    @Test
    void isValuedAnewWhereTheCurrencyOfAClosedDealWasWrong() {
        deal.win(change(1, "1.08"));

        assertThat(deal.amend(facts("1000", "SGD"), change(2, "0.74"))
                        .orElseThrow()
                        .getRate())
                .isEqualByComparingTo("0.74");
    }

    @Test
    void saysNothingWhereNoFactChanges() {
        assertThat(deal.amend(facts("1000.00", "EUR"), change(1, "1"))).isEmpty();
    }

    @Test
    void getsItsStagesProbabilityBackWhenReopened() {
        deal.close(Outcome.LOST, 3L, "too dear", change(1, "1"));

        DealEvent reopened = deal.reopen(change(2, "1.2"));

        assertThat(reopened.getProbability()).isEqualByComparingTo("0.05");
        assertThat(deal.status().reasonId()).isNull();
        assertThat(deal.status().closedAt()).isNull();
        assertThat(deal.status().closingOwnerId()).isNull();
        assertThat(deal.getStageEnteredAt()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
        refuses("deal.reopen.open", () -> deal.reopen(change(3, "1")));
    }

    @Test
    void isNotReopenedInAnArchivedPipeline() {
        deal.win(change(1, "1"));
        prospecting.archive(null, MONDAY);

        refuses("deal.move.archived", () -> deal.reopen(change(2, "1")));
        assertThat(deal.status().outcome()).isEqualTo(Outcome.WON);
    }

    @Test
    void sleepsUntilALaterDateAndIsWokenOnce() {
        refuses("deal.park.past", () -> deal.park(TODAY, TODAY, change(1, "1")));
        refuses("deal.wake.awake", () -> deal.wake(change(1, "1")));

        deal.park(TODAY.plusDays(1), TODAY, change(1, "1"));
        assertThat(deal.status().parkedUntil()).isEqualTo(TODAY.plusDays(1));

        deal.wake(change(2, "1"));
        assertThat(deal.status().parkedUntil()).isNull();
    }

    @Test
    void wakesUpWhenItIsClosed() {
        deal.park(TODAY.plusDays(9), TODAY, change(1, "1"));

        assertThat(deal.win(change(2, "1")).status().parkedUntil()).isNull();
    }

    @Test
    void givesEventsTimesInTheirOrder() {
        deal.moveTo(proposal, "b0", change(5, "1"));

        DealEvent fromASlowerClock = deal.win(change(4, "1"));

        assertThat(fromASlowerClock.getOccurredAt()).isEqualTo(MONDAY.plus(Duration.ofHours(5)));
        assertThat(deal.status().closedAt()).isEqualTo(fromASlowerClock.getOccurredAt());
    }

    @Test
    void standsAfterAnUndoWhereItStoodBefore() {
        DealEvent created = stored(deal.created(change(0, "1")), 1);
        DealEvent moved = stored(deal.moveTo(proposal, "b0", change(1, "1")), 2);

        DealEvent undoing = deal.undo(moved, created, prospecting, change(2, "1"));

        assertThat(undoing.getUndoesId()).isEqualTo(2);
        assertThat(deal.isIn(prospecting)).isTrue();
        assertThat(deal.getRank()).isEqualTo("a0");
        assertThat(deal.getStageEnteredAt()).isEqualTo(MONDAY);
    }

    @Test
    void isClosedAgainAsItWasWhenItsReopeningIsUndone() {
        DealEvent lost = stored(deal.close(Outcome.LOST, 3L, "too dear", change(1, "1.08")), 1);
        DealEvent reopened = stored(deal.reopen(change(2, "1.2")), 2);

        DealEvent undoing = deal.undo(reopened, lost, prospecting, change(3, "1.3"));

        assertThat(deal.status().outcome()).isEqualTo(Outcome.LOST);
        assertThat(deal.status().reasonNote()).isEqualTo("too dear");
        assertThat(deal.status().closedAt()).isEqualTo(lost.getOccurredAt());
        assertThat(undoing.getRate()).isEqualByComparingTo("1.08");
    }

    @Test
    void isRestoredOnlyWhereItCanBeOpen() {
        deal.delete(change(1, "1"));
        prospecting.archive(null, MONDAY);

        refuses("deal.move.archived", () -> deal.restore(change(2, "1")));
    }

    @Test
    void isImportedWithItsOwnDate() {
        Change imported = Change.imported(null, MONDAY, MONDAY.plus(Duration.ofDays(9)), null, false);

        DealEvent event = deal.created(imported);

        assertThat(event.getKind()).isEqualTo(EventKind.IMPORTED);
        assertThat(event.getOccurredAt()).isEqualTo(MONDAY);
        assertThat(event.isStageKnown()).isFalse();
        assertThat(event.getActorId()).isNull();
    }

    private static void refuses(String key, ThrowingCallable what) {
        assertThatExceptionOfType(RuleException.class).isThrownBy(what).withMessage(key);
    }
}
