package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealMarks.NextStep;
import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class DealJournalTests {

    @Autowired
    DealJournal journal;

    @Autowired
    DealMarks marks;

    @Autowired
    DealService deals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void tellsAnEntryAmongTheEventsInTheReadersLanguage() {
        write(JournalEntry.of(
                        "deal.event.PARKED",
                        Argument.of(new Money(new BigDecimal("1250.5"), "USD")),
                        Argument.message("deal.board.zone.WON"),
                        Argument.of(LocalDate.of(2026, 8, 31)))
                .detailed("Said <so> himself")
                .leadingTo("/deals/" + deal));

        assertThat(page(ani))
                .containsSubsequence(
                        "Ani Basuki parked it until 31 Aug 2026",
                        "href=\"/deals/" + deal + "\">Show",
                        "Said &lt;so&gt; himself",
                        "Ani Basuki added the deal");
        jdbc.sql("update users set language = 'id'").update();
        assertThat(page(fixtures.viewer(ani.id()))).contains("31 Agu 2026");
    }

    @Test
    void namesTahapWhereNobodyDidIt() {
        transaction.executeWithoutResult(done -> journal.write(
                deal,
                null,
                JournalEntry.of(
                        "deal.event.PARKED",
                        Argument.of(1),
                        Argument.of("-"),
                        Argument.of(LocalDate.of(2026, 8, 31)))));

        assertThat(page(ani)).contains("Tahap parked it until 31 Aug 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update deal_journal set detail = 'other'", "delete from deal_journal", "truncate deal_journal"})
    void isAppendOnly(String change) {
        write(JournalEntry.of("deal.note.label"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(change).update())
                .withMessageContaining("append-only");
    }

    @Test
    void isWrittenInTheTransactionThatDoesItOnly() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> journal.write(deal, ani.id(), JournalEntry.of("deal.note.label")));
    }

    /** A colleague's mark is no reason to refuse a change, and a change does not lose a mark. */
    @Test
    void marksADealWithoutANewVersion() {
        int version = fixtures.version(deal);

        transaction.executeWithoutResult(done -> {
            marks.score(deal, 80);
            marks.nextStep(deal, new NextStep("Call", LocalDate.of(2026, 6, 1), LocalTime.of(9, 30)));
        });
        deals.close(deal, Outcome.WON, null, null, version, UUID.randomUUID(), ani);

        assertThat(jdbc.sql("select score, next_step, next_step_due, next_step_time from deal where id = :id")
                        .param("id", deal)
                        .query()
                        .singleRow()
                        .values())
                .extracting(String::valueOf)
                .isEqualTo(List.of("80", "Call", "2026-06-01", "09:30:00"));
    }

    private void write(JournalEntry entry) {
        transaction.executeWithoutResult(done -> journal.write(deal, ani.id(), entry));
    }

    private String page(Viewer viewer) {
        var result = mvc.get().uri("/deals/{id}", deal).with(as(viewer)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
