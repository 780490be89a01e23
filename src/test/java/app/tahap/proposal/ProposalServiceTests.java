package app.tahap.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

class ProposalServiceTests extends ProposalScene {

    @Test
    void beginsWithWhatTheDealKnows() {
        VersionView draft = draft();

        assertThat(draft.head().title()).isEqualTo("Fifty laptops");
        assertThat(draft.head().currency()).isEqualTo("USD");
        assertThat(draft.head().validUntil()).isEqualTo(ani.today(clock).plusDays(30));
        assertThat(draft.reference()).matches("\\d{4}-\\d{4,}");
        assertThat(journal()).containsExactly("proposal.journal.drafted");
    }

    @Test
    void makesOneProposalOfOneRequest() {
        UUID key = UUID.randomUUID();

        assertThat(proposals.create(deal, key, ani)).isEqualTo(proposals.create(deal, key, ani));
    }

    @Test
    void keepsLinesInTheirOrderWithTheirTotals() {
        write(line("Second", "2", "10.50", "10", "11", false), line("Extra", "1", "99", "0", "0", true));
        write(
                line("First", "1", "5"),
                line("Second", "2", "10.50", "10", "11", false),
                line("Extra", "1", "99", "0", "0", true));

        VersionView draft = draft();
        assertThat(draft.lines()).extracting(LineItem::description).containsExactly("First", "Second", "Extra");
        assertThat(draft.totals().net()).isEqualByComparingTo("23.90");
        assertThat(draft.totals().tax()).isEqualByComparingTo("2.08");
    }

    @Test
    void overwritesNothingThatSomebodyElseSaved() {
        VersionView seen = draft();
        write(line("Laptop", "1", "1000"));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> proposals.write(
                        proposal, new Draft(seen.head(), seen.texts(), List.of()), seen.revision(), ani));
        assertThat(draft().lines()).hasSize(1);
    }

    @Test
    void hidesProposalsOfDealsThatTheViewerMayNotSee() {
        var stranger = stranger();

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> proposals.withdraw(proposal, stranger));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> proposals.create(deal, UUID.randomUUID(), stranger));
    }

    @Test
    void goesOnWithANewVersionThatReplacesTheOneBefore() {
        sent();
        proposals.revise(proposal, 1, ani);
        proposals.revise(proposal, 1, ani);

        assertThat(draft().number()).isEqualTo(2);
        assertThat(draft().lines()).hasSize(1);
        sent();
        assertThat(status(1)).isEqualTo("SUPERSEDED");
        assertThat(status(2)).isEqualTo("SENT");
    }

    @Test
    void withdrawsWhatLiesWithTheCustomer() {
        sent();
        proposals.withdraw(proposal, ani);

        assertThat(status(1)).isEqualTo("WITHDRAWN");
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> proposals.withdraw(proposal, ani))
                .withMessage("proposal.withdraw.late");
        assertThat(journal())
                .containsExactly("proposal.journal.drafted", "proposal.journal.sent", "proposal.journal.withdrawn");
    }

    @Test
    void throwsAwayTheProposalWithItsOnlyDraft() {
        assertThat(proposals.discard(proposal, ani)).isFalse();
        assertThat(jdbc.sql("select count(*) from proposal")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsWhatWasSentWhenADraftIsThrownAway() {
        sent();
        proposals.revise(proposal, 1, ani);

        assertThat(proposals.discard(proposal, ani)).isTrue();
        assertThat(status(1)).isEqualTo("SENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update proposal_version set title = 'Other'",
                "update proposal_version set net = net + 1",
                "update proposal_version set status = 'DRAFT', sent_at = null",
                "delete from proposal_line",
                "update proposal_line set quantity = 2",
                "insert into proposal_line select version_id, 9, product_id, description, quantity, unit, unit_price, unit_cost,"
                        + " discount_kind, discount, tax_rate, optional, gross, reduction, net, tax from proposal_line",
                "update proposal_document set pdf = ''",
                "delete from proposal_document",
                "truncate proposal_document",
            })
    void freezesWhatWasSent(String statement) {
        sent();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update())
                .withMessageContaining("frozen");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsNothingWithoutAnOffer(boolean optional) {
        if (optional) {
            write(line("Extra", "1", "99", "0", "0", true));
        }

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> sending.send(proposal, draft().revision(), 30, null, ani))
                .withMessage("proposal.send.empty");
    }

    @Test
    void sendsNothingWhoseLastDayIsPast() {
        write(line("Laptop", "1", "1000"));
        clock.turn(Duration.ofDays(40));
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> sending.send(proposal, draft().revision(), 30, null, ani))
                .withMessage("proposal.send.over");
    }

    @Test
    void letsTheDealsAmountFollowTheLatestProposal() {
        follow("NOTHING", null, "LATEST");
        write(line("Laptop", "2", "750", "10", "11", false));
        sent();

        assertThat(amount()).isEqualByComparingTo("1350");
        assertThat(events()).containsExactly("CREATED", "AMENDED");
    }

    @Test
    void leavesTheDealsAmountAloneUnlessAsked() {
        sent();

        assertThat(amount()).isEqualByComparingTo("1000");
        assertThat(events()).containsExactly("CREATED");
    }

    BigDecimal amount() {
        return jdbc.sql("select amount from deal where id = :deal")
                .param("deal", deal)
                .query(BigDecimal.class)
                .single();
    }
}
