package app.tahap.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.account.Visibility;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

class MeetingTests extends ReviewScene {

    @Autowired
    private FollowUps followUps;

    long review;

    @BeforeEach
    void begin() {
        review = begin(manager);
    }

    @Test
    void writesDownWhatIsDecidedInTheReviewAndInTheDealsHistory() {
        meeting.say(review, laptops, decided(Decision.CHASE, "before Friday", "They wait for a budget.", 0), manager);

        ReviewPlace place = places.place(review, laptops, manager);
        assertThat(place.decision()).isEqualTo(Decision.CHASE);
        assertThat(place.words()).isEqualTo("before Friday");
        assertThat(place.note()).isEqualTo("They wait for a budget.");
        assertThat(place.seenAt()).isEqualTo(clock.instant());
        assertThat(journal(laptops)).containsExactly("review.journal.decided", "review.journal.noted");
        assertThat(page(ani, "/deals/" + laptops))
                .contains("Maya Sari decided in a review: Chase", "before Friday", "They wait for a budget.");
    }

    @Test
    void tellsOnlyWhatIsNew() {
        MeetingForm form = decided(Decision.CHASE, null, "Call them.", 0);
        meeting.say(review, laptops, form, manager);
        meeting.say(review, laptops, form, manager);
        assertThat(places.place(review, laptops, manager).version()).isEqualTo(1);

        meeting.say(review, laptops, decided(Decision.CHASE, null, "Call them twice.", 1), manager);

        assertThat(journal(laptops))
                .containsExactly("review.journal.decided", "review.journal.noted", "review.journal.noted");
    }

    @Test
    void refusesWhatIsSaidOnTopOfWhatNobodyHasRead() {
        meeting.say(review, laptops, decided(Decision.CHASE, null, null, 0), manager);

        assertThatThrownBy(() -> meeting.say(review, laptops, decided(Decision.LET_GO, null, null, 0), admin))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(places.place(review, laptops, manager).decision()).isEqualTo(Decision.CHASE);
    }

    @Test
    void letsOneOfTwoDecideWhoDecideAtOnce() {
        List<Boolean> decided = List.of(fixtures.meanwhile(
                () -> meeting.say(review, laptops, decided(Decision.CHASE, null, null, 0), manager), () -> {
                    try {
                        meeting.say(review, laptops, decided(Decision.KEEP, null, null, 0), admin);
                        return true;
                    } catch (OptimisticLockingFailureException late) {
                        return false;
                    }
                }));

        assertThat(decided).containsExactly(false);
        assertThat(journal(laptops)).containsExactly("review.journal.decided");
    }

    @Test
    void plansWhatFollowsOnce() {
        MeetingForm form = planned(Decision.CHASE, "2026-05-25", ani);
        meeting.say(review, laptops, form, manager);
        meeting.say(review, laptops, form, manager);

        assertThat(followUps.of(review, laptops)).singleElement().satisfies(planned -> {
            assertThat(planned.subject()).isEqualTo("Chase");
            assertThat(planned.assignee()).isEqualTo("Ani Basuki");
            assertThat(planned.due()).isEqualTo("2026-05-25");
        });
        assertThat(jdbc.sql("select next_step from deal where id = :id")
                        .param("id", laptops)
                        .query(String.class)
                        .single())
                .isEqualTo("Chase");
    }

    @Test
    void writesNothingWhereWhatFollowsCannotBePlanned() {
        letSee(Visibility.EVERYONE, Visibility.OWN);

        assertThatThrownBy(() -> meeting.say(review, laptops, planned(Decision.CHASE, "2026-05-25", budi), manager))
                .isInstanceOf(RuleException.class)
                .hasMessage("activity.assignee.blind");

        assertThat(places.place(review, laptops, manager).decision()).isNull();
        assertThat(journal(laptops)).isEmpty();
    }

    @Test
    void tellsColleaguesWhoAreMentioned() {
        meeting.say(review, laptops, decided(Decision.HELP, null, "@Budi Santoso knows them.", 0), manager);

        assertThat(jdbc.sql("select user_id from notification where deal_id = :deal")
                        .param("deal", laptops)
                        .query(Long.class)
                        .list())
                .containsExactly(budi.id());
    }

    @Test
    void knowsOnlyItsOwnDealsAndThoseThatTheViewerSees() {
        long later = fixtures.deal("Two vans", stages.get(0), ani);
        assertThatThrownBy(() -> meeting.say(review, later, decided(Decision.KEEP, null, null, 0), manager))
                .isInstanceOf(NotFoundException.class);

        letSee(Visibility.EVERYONE, Visibility.OWN);
        assertThatThrownBy(() -> meeting.say(review, laptops, decided(Decision.KEEP, null, null, 0), budi))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void isFrozenOnceItHasEnded() {
        ending.end(review, manager);
        ending.end(review, admin);

        assertThatThrownBy(() -> meeting.say(review, laptops, decided(Decision.KEEP, null, null, 0), manager))
                .isInstanceOf(RuleException.class)
                .hasMessage("review.ended.already");
        assertThat(reviews.load(review, manager).endedBy()).isEqualTo("Maya Sari");
    }

    @Test
    void isEndedByWhoBeganItOrAManager() {
        long own = begin(ani);
        assertThatThrownBy(() -> ending.end(own, budi)).isInstanceOf(RuleException.class);

        ending.end(own, ani);
        assertThatThrownBy(() -> ending.end(review, ani)).isInstanceOf(RuleException.class);

        assertThat(reviews.load(own, ani).isEnded()).isTrue();
    }

    @Test
    void leavesOutDealsThatTheViewerMayNotSeeAnyLonger() {
        letSee(Visibility.TEAM, Visibility.OWN);
        long ofTeam = begin(manager);
        jdbc.sql("update deal set owner_id = :budi where id = :id")
                .param("budi", budi.id())
                .param("id", printers)
                .update();

        assertThat(titles(ofTeam, manager)).containsExactly("Fifty laptops", "Hundred chairs");
        assertThat(places.place(ofTeam, laptops, manager).number()).isEqualTo(1);
        assertThatThrownBy(() -> places.place(ofTeam, printers, manager)).isInstanceOf(NotFoundException.class);
    }
}
