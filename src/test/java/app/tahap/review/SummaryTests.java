package app.tahap.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Visibility;
import app.tahap.deal.Outcome;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SummaryTests extends ReviewScene {

    @Autowired
    Summaries summaries;

    @Test
    void comparesTheOpenDealsOfTwoReviews() {
        long desks = fixtures.deal("Desks", stages.get(3), ani);
        ending.end(begin(manager), manager);
        pass(7);
        move(laptops, 4);
        close(printers, Outcome.WON);
        close(desks, Outcome.LOST);
        fixtures.deal("Two vans", stages.get(0), budi, new BigDecimal("200"), "USD");
        pass(1);

        Comparison told = summaries.of(begin(manager), manager).comparison();

        assertThat(told.at(Moment.BEFORE).deals()).isEqualTo(4);
        assertThat(told.at(Moment.BEFORE).value().base().amount()).isEqualByComparingTo("7000");
        assertThat(told.terms()).containsOnlyKeys(Term.NEW, Term.WON, Term.LOST);
        assertThat(told.terms().getOrDefault(Term.WON, told.changed()).deals())
                .extracting(Comparison.Named::title)
                .containsExactly("Ten printers");
        assertThat(told.at(Moment.START).deals()).isEqualTo(3);
        assertThat(told.at(Moment.START).value().base().amount()).isEqualByComparingTo("1200");
        assertThat(told.advanced()).extracting(Comparison.Named::title).containsExactly("Fifty laptops");
    }

    @Test
    void takesAnUndoneMoveForNone() {
        ending.end(begin(manager), manager);
        pass(1);
        move(laptops, 4);
        long event = jdbc.sql("select max(id) from deal_event where deal_id = :deal")
                .param("deal", laptops)
                .query(Long.class)
                .single();
        post(admin, "/deals/" + laptops + "/undo", "eventId", event, "view", "deal");
        pass(1);

        assertThat(summaries.of(begin(manager), manager).comparison().advanced())
                .isEmpty();
    }

    @Test
    void showsHowThePipelineStoodWhenAReviewEnded() {
        long review = begin(manager);
        pass(1);
        close(printers, Outcome.LOST);
        ending.end(review, manager);
        pass(1);
        close(laptops, Outcome.WON);

        Comparison told = summaries.of(review, manager).comparison();

        assertThat(told.at(Moment.START).deals()).isEqualTo(3);
        assertThat(told.at(Moment.NOW).deals()).isEqualTo(2);
    }

    @Test
    void keepsToTheDealsThatTheReviewIsAbout() {
        fixtures.deal("Two vans", stages.get(0), budi);
        letSee(Visibility.TEAM, Visibility.OWN);

        assertThat(summaries.of(begin(manager), admin).comparison().at(Moment.NOW))
                .extracting(Comparison.Total::deals)
                .isEqualTo(3);
        assertThat(summaries.of(begin(budi), admin).comparison().at(Moment.NOW))
                .extracting(Comparison.Total::deals)
                .isEqualTo(1);
    }

    @Test
    void gathersDecisionsMarksAndWhatWasSkipped() {
        long review = begin(manager);
        meeting.say(review, laptops, decided(Decision.CHASE, "soon", null, 0), manager);
        meeting.say(review, printers, decided(null, null, null, 0), manager);

        SummaryView summary = summaries.of(review, manager);

        assertThat(summary.deals()).isEqualTo(3);
        assertThat(summary.seen()).isEqualTo(2);
        assertThat(summary.told()).extracting(ReviewDealRow::title).containsExactly("Fifty laptops");
        assertThat(summary.skipped()).extracting(ReviewDealRow::title).containsExactly("Hundred chairs");
        assertThat(summary.marked().get(Mark.NO_AMOUNT))
                .extracting(ReviewDealRow::title)
                .containsExactly("Hundred chairs");
        assertThat(summary.decisions()).containsOnlyKeys(Decision.CHASE);
    }

    @Test
    void costsAsManyStatementsForManyDealsAsForFew() {
        long review = begin(manager);
        int few = StatementCount.of(() -> summaries.of(review, manager));
        for (int i = 0; i < 30; i++) {
            fixtures.deal("Deal " + i, stages.get(i % 7), ani);
        }
        long larger = begin(manager);

        assertThat(StatementCount.of(() -> summaries.of(larger, manager)))
                .isEqualTo(few)
                .isEqualTo(5);
    }
}
