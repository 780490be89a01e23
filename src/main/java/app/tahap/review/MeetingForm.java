package app.tahap.review;

import app.tahap.web.Difference;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What a meeting says about a deal.
 *
 * @param words what the decision means, or is where it is another than those on offer
 * @param subject what is to be done next; nothing is planned where this and the day are empty
 * @param assignee who does it
 * @param version of what was said about the deal when the page was opened
 * @param key makes a repeated request plan nothing twice
 * @param go where to go on
 */
record MeetingForm(
        @Nullable Decision decision,

        @Size(max = 500, message = "{review.words.long}") @Nullable String words,

        @Size(max = 4_000, message = "{review.note.long}") @Nullable String note,

        @Size(max = 200, message = "{activity.subject.long}") @Nullable String subject,

        @Nullable LocalDate due,
        @Nullable Long assignee,
        @Nullable Integer version,
        @Nullable UUID key,
        @Nullable Way go) {

    /** Where to go on after a form was saved. */
    enum Way {
        NEXT,
        PREVIOUS,
        STAY
    }

    static MeetingForm of(ReviewPlace place, MeetingDeal deal) {
        return new MeetingForm(
                place.decision(),
                place.words(),
                place.note(),
                null,
                null,
                deal.ownerId(),
                place.version(),
                UUID.randomUUID(),
                null);
    }

    @Nullable String givenWords() {
        return text(words);
    }

    @Nullable String givenNote() {
        return text(note);
    }

    @Nullable String givenSubject() {
        return text(subject);
    }

    boolean plans() {
        return givenSubject() != null || due != null;
    }

    Way way() {
        return Objects.requireNonNullElse(go, Way.NEXT);
    }

    boolean saysAsMuchAs(ReviewPlace place) {
        return decision == place.decision()
                && Objects.equals(givenWords(), place.words())
                && Objects.equals(givenNote(), place.note());
    }

    /** What is wrong with several of the fields together. */
    void check(BindingResult errors, LocalDate today) {
        if (decision == Decision.OTHER && givenWords() == null) {
            errors.rejectValue("words", "review.words.required");
        }
        if (decision == null && givenWords() != null && !errors.hasFieldErrors("decision")) {
            errors.rejectValue("decision", "review.decision.required");
        }
        if (givenSubject() != null && due == null && !errors.hasFieldErrors("due")) {
            errors.rejectValue("due", "review.due.required");
        }
        if (due != null && givenSubject() == null && decision == null) {
            errors.rejectValue("subject", "review.subject.required");
        }
        if (due != null && due.isBefore(today)) {
            errors.rejectValue("due", "review.due.past");
        }
        if (due != null && due.getYear() > 9999) {
            errors.rejectValue("due", "web.value.invalid");
        }
    }

    /** Where what was typed is unlike what somebody else has said meanwhile. */
    List<Difference> differences(ReviewPlace place, Function<Decision, String> name) {
        return new Difference.Collector()
                .add("review.decision", named(place.decision(), name), named(decision, name))
                .add("review.words", place.words(), words)
                .add("review.note", place.note(), note)
                .found();
    }

    private static @Nullable String named(@Nullable Decision decision, Function<Decision, String> name) {
        return decision == null ? null : name.apply(decision);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace("\r\n", "\n");
    }
}
