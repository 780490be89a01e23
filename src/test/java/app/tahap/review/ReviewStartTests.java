package app.tahap.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.StatementCount;
import app.tahap.account.Visibility;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewStartTests extends ReviewScene {

    @Test
    void goesThroughOpenDealsInTheChosenOrder() {
        jdbc.sql("update deal set expected_close = '2026-05-01' where id = :id")
                .param("id", chairs)
                .update();

        assertThat(titles(start.start(form(null, false, ReviewOrder.AMOUNT), manager), manager))
                .containsExactly("Ten printers", "Fifty laptops", "Hundred chairs");
        assertThat(titles(start.start(form(null, false, ReviewOrder.STAGE), manager), manager))
                .containsExactly("Ten printers", "Hundred chairs", "Fifty laptops");
        assertThat(titles(start.start(form(null, false, ReviewOrder.EXPECTED), manager), manager))
                .startsWith("Hundred chairs");
        assertThat(titles(start.start(form(null, false, ReviewOrder.MARKS), manager), manager))
                .startsWith("Hundred chairs");
    }

    @Test
    void knowsWhatIsAmissWithEachDeal() {
        jdbc.sql("update deal set expected_close = '2026-05-01' where id = :id")
                .param("id", chairs)
                .update();
        jdbc.sql("delete from stage_tool where tool = 'ACTIVITIES'").update();
        jdbc.sql("update stage set rotting_days = 3").update();
        pass(4);

        long review = begin(manager);

        assertThat(row(review, "Hundred chairs").marks())
                .containsExactly(Mark.PAST_CLOSE, Mark.NO_AMOUNT, Mark.ROTTING, Mark.UNQUALIFIED);
        assertThat(row(review, "Fifty laptops").marks())
                .as("it has not come to the stage in which deals are qualified")
                .containsExactly(Mark.ROTTING);
    }

    @Test
    void marksADealWithoutANextStepWhereItsStageHasActivities() {
        assertThat(row(begin(manager), "Ten printers").marks()).contains(Mark.NO_NEXT_STEP);

        jdbc.sql("update deal set next_step = 'Call', next_step_due = '2026-05-21' where id = :id")
                .param("id", printers)
                .update();

        assertThat(row(begin(manager), "Ten printers").marks())
                .doesNotContain(Mark.NO_NEXT_STEP, Mark.OVERDUE_NEXT_STEP);
    }

    @Test
    void marksADealWhoseNextStepIsOverdueByTheWorkspacesClock() {
        jdbc.sql("update deal set next_step = 'Call', next_step_due = '2026-05-20' where id = :id")
                .param("id", printers)
                .update();
        clock.turn(Duration.ofHours(13)); // 23:00 in Jakarta
        assertThat(row(begin(manager), "Ten printers").marks()).doesNotContain(Mark.OVERDUE_NEXT_STEP);

        clock.turn(Duration.ofHours(1));

        long review = begin(manager);
        assertThat(row(review, "Ten printers").marks()).contains(Mark.OVERDUE_NEXT_STEP);
        assertThat(page(manager, "/reviews/%d/deals/%d".formatted(review, printers)))
                .contains("Next step overdue");
    }

    @Test
    void marksADealWhoseExpectedCloseWasPutOffMoreThanTwice() {
        List.of("2026-06-01", "2026-06-10", "2026-06-20").forEach(day -> expect(printers, day));
        assertThat(row(begin(manager), "Ten printers").marks()).doesNotContain(Mark.SLIPPED);

        expect(printers, "2026-06-15");
        expect(printers, "2026-07-01");

        assertThat(row(begin(manager), "Ten printers").marks()).contains(Mark.SLIPPED);
    }

    @Test
    void marksAProposalThatNobodyOpenedForThreeDays() {
        jdbc.sql("""
                        with p as (insert into proposal (deal_id, reference, created_at)
                                   values (:deal, 'P-1', '2026-05-15T03:00:00Z') returning id),
                             v as (insert into proposal_version (proposal_id, number, status, title, language, currency,
                                                                 rounding, created_at, changed_at, sent_at)
                                   select id, 1, 'SENT', 'Printers', 'en', 'USD', 'HALF_UP', '2026-05-15T03:00:00Z',
                                          '2026-05-15T03:00:00Z', '2026-05-16T03:00:00Z' from p returning id)
                        insert into proposal_link (version_id, token_hash, created_at, expires_at)
                        select id, 'x', '2026-05-16T03:00:00Z', '2026-06-16T03:00:00Z' from v
                        """).param("deal", printers).update();
        assertThat(row(begin(manager), "Ten printers").marks()).contains(Mark.UNREAD);

        jdbc.sql("update proposal_link set first_read_at = '2026-05-17T03:00:00Z'")
                .update();

        assertThat(row(begin(manager), "Ten printers").marks()).doesNotContain(Mark.UNREAD);
    }

    @Test
    void leavesOutWhatNothingIsAmissWith() {
        jdbc.sql("delete from stage_tool").update();

        assertThat(titles(start.start(form(null, true, ReviewOrder.MARKS), manager), manager))
                .containsExactly("Hundred chairs");

        jdbc.sql("update deal set amount = 1").update();
        assertThatThrownBy(() -> start.start(form(null, true, ReviewOrder.MARKS), manager))
                .isInstanceOf(RuleException.class)
                .hasMessage("review.start.none.marked");
        assertThat(jdbc.sql("select count(*) from review").query(Integer.class).single())
                .as("a review without deals is not begun")
                .isEqualTo(1);
    }

    @Test
    void leavesOutClosedDeletedAndSleepingDeals() {
        jdbc.sql("update deal set parked_until = '2026-06-01' where id = :id")
                .param("id", laptops)
                .update();
        jdbc.sql("update deal set deleted_at = now() where id = :id")
                .param("id", chairs)
                .update();
        assertThat(titles(begin(manager), manager)).containsExactly("Ten printers");

        close(printers, app.tahap.deal.Outcome.WON);

        assertThatThrownBy(() -> begin(manager)).isInstanceOf(RuleException.class);
    }

    @Test
    void letsARepReviewOwnDealsOnly() {
        fixtures.deal("Two vans", stages.get(0), budi);

        assertThat(titles(begin(budi), admin)).containsExactly("Two vans");
        assertThatThrownBy(() -> start.start(form("ALL", false, ReviewOrder.MARKS), budi))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> start.start(form("OWNER-" + ani.id(), false, ReviewOrder.MARKS), budi))
                .isInstanceOf(RuleException.class);
    }

    @Test
    void meansTheTeamByAllOfAManagerWhoSeesOne() {
        letSee(Visibility.TEAM, Visibility.OWN);
        fixtures.deal("Two vans", stages.get(0), budi);

        ReviewHead review = reviews.load(begin(manager), manager);

        assertThat(review.scope()).isEqualTo(ReviewScope.TEAM);
        assertThat(review.whose()).isEqualTo("Jakarta");
        assertThat(titles(review.id(), admin)).hasSize(3).doesNotContain("Two vans");
        assertThatThrownBy(() -> start.start(form("TEAM-" + medan.getId(), false, ReviewOrder.MARKS), manager))
                .isInstanceOf(RuleException.class);
    }

    @Test
    void opensAReviewToWhoSeesAllOfItsDeals() {
        long ofAll = begin(admin);
        long ofTeam = start.start(form("TEAM-" + jakarta.getId(), false, ReviewOrder.MARKS), admin);
        long ofAni = begin(ani);
        letSee(Visibility.TEAM, Visibility.OWN);

        assertThat(List.of(ofTeam, ofAni)).allSatisfy(id -> reviews.load(id, manager));
        assertThat(reviews.load(ofAni, ani).whose()).isEqualTo("Ani Basuki");
        assertThatThrownBy(() -> reviews.load(ofAll, manager)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reviews.load(ofTeam, ani)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reviews.load(ofAni, budi)).isInstanceOf(NotFoundException.class);
        assertThat(reviews.count(manager)).isEqualTo(2);
    }

    @Test
    void looksBackToTheLastReviewThatEndedOfTheSameDeals() {
        long first = begin(manager);
        assertThat(reviews.load(first, manager).since())
                .isEqualTo(clock.instant().minus(Duration.ofDays(7)));
        ending.end(first, manager);
        pass(3);
        long running = begin(manager);
        pass(1);

        ReviewHead next = reviews.load(begin(admin), admin);

        assertThat(next.previousId()).isEqualTo(first);
        assertThat(next.since()).isEqualTo(reviews.load(first, manager).startedAt());
        assertThat(reviews.load(running, admin).isEnded()).isFalse();
        assertThat(reviews.load(begin(ani), admin).previousId())
                .as("of other deals")
                .isNull();
    }

    @Test
    void answersTheSameRequestWithTheSameReview() {
        ReviewForm form = form(null, false, ReviewOrder.MARKS);

        assertThat(start.start(form, manager)).isEqualTo(start.start(form, manager));
        assertThatThrownBy(() -> start.start(form, admin))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void costsAsManyStatementsForManyDealsAsForFew() {
        int few = StatementCount.of(() -> begin(manager));
        for (int i = 0; i < 40; i++) {
            fixtures.deal("Deal " + i, stages.get(i % 7), ani, new BigDecimal(i), "USD");
        }

        assertThat(StatementCount.of(() -> begin(manager))).isEqualTo(few).isLessThanOrEqualTo(4);
    }

    private void expect(long deal, String day) {
        assertThat(post(
                        admin,
                        "/deals/" + deal,
                        "title",
                        "Ten printers",
                        "amount",
                        "5000",
                        "currency",
                        "USD",
                        "owner",
                        ani.id(),
                        "expectedClose",
                        day,
                        "version",
                        fixtures.version(deal)))
                .hasStatus3xxRedirection();
    }

    private ReviewDealRow row(long review, String title) {
        return places.all(review, admin).stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
