package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealMentions;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what a review says about its deals, in the review and in each deal's history. Whoever may open the review and see
 * the deal may do so while the review goes on.
 */
@Service
@Transactional
class Meeting {

    /** Of an activity. */
    private static final int LONGEST_SUBJECT = 200;

    private final Reviews reviews;
    private final ReviewDeals places;
    private final FollowUps followUps;
    private final DealRepository deals;
    private final DealJournal journal;
    private final DealMentions mentions;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    Meeting(
            Reviews reviews,
            ReviewDeals places,
            FollowUps followUps,
            DealRepository deals,
            DealJournal journal,
            DealMentions mentions,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.reviews = reviews;
        this.places = places;
        this.followUps = followUps;
        this.deals = deals;
        this.journal = journal;
        this.mentions = mentions;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Says something about a deal, or that it was looked at. Where that was said already nothing is written.
     *
     * @throws RuleException where the review has ended, or the next step's assignee may not see the deal
     */
    void say(long reviewId, long dealId, MeetingForm form, Viewer viewer) {
        reviews.loadRunning(reviewId, viewer);
        Deal deal = deals.loadForChange(dealId, viewer); // from here on nobody else says anything about it
        ReviewPlace before = places.place(reviewId, dealId, viewer);
        if (!form.saysAsMuchAs(before)) {
            Versions.requireCurrent(Meeting.class, before.version(), form.version());
            write(reviewId, dealId, form, viewer);
            tell(reviewId, deal, before, form, viewer);
            deal.touch(clock.instant());
        }
        look(reviewId, dealId);
        if (form.plans()) {
            followUps.plan(reviewId, dealId, subject(form, viewer), form, viewer);
        }
    }

    private void write(long reviewId, long dealId, MeetingForm form, Viewer viewer) {
        jdbc.sql("""
                        update review_deal set decision = :decision, words = :words, note = :note, changed_by = :viewer,
                               changed_at = :now, version = version + 1
                         where review_id = :review and deal_id = :deal
                        """)
                .param(
                        "decision",
                        form.decision() == null ? null : form.decision().name(),
                        Types.VARCHAR)
                .param("words", form.givenWords(), Types.VARCHAR)
                .param("note", form.givenNote(), Types.VARCHAR)
                .param("viewer", viewer.id())
                .param("now", now())
                .param("review", reviewId)
                .param("deal", dealId)
                .update();
    }

    private void look(long reviewId, long dealId) {
        jdbc.sql("""
                        update review_deal set seen_at = :now
                         where review_id = :review and deal_id = :deal and seen_at is null
                        """)
                .param("now", now())
                .param("review", reviewId)
                .param("deal", dealId)
                .update();
    }

    private void tell(long reviewId, Deal deal, ReviewPlace before, MeetingForm form, Viewer viewer) {
        String path = "/reviews/%d/deals/%d".formatted(reviewId, deal.id());
        Decision decision = form.decision();
        if (decision != before.decision() || !Objects.equals(form.givenWords(), before.words())) {
            JournalEntry entry = decision == null
                    ? JournalEntry.of("review.journal.undecided")
                    : JournalEntry.of("review.journal.decided", Argument.message("review.decision." + decision));
            journal.write(
                    deal.id(), viewer.id(), entry.detailed(form.givenWords()).leadingTo(path));
        }
        String note = form.givenNote();
        if (note != null && !note.equals(before.note())) {
            journal.write(
                    deal.id(),
                    viewer.id(),
                    JournalEntry.of("review.journal.noted").detailed(note).leadingTo(path));
            String once = "review-%d-%d".formatted(reviewId, deal.id());
            mentions.tell(deal.id(), deal.facts().title(), note, once, viewer);
        }
    }

    /** Where nobody says what is to be done, it is what was decided. */
    private String subject(MeetingForm form, Viewer viewer) {
        String given = form.givenSubject();
        String words = form.decision() == Decision.OTHER ? form.givenWords() : null;
        if (given == null && words == null) {
            return messages.getMessage(
                    "review.decision." + Objects.requireNonNull(form.decision()), null, viewer.locale());
        }
        String subject = given == null ? Objects.requireNonNull(words) : given;
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
