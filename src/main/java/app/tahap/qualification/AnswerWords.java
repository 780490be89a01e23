package app.tahap.qualification;

import app.tahap.deal.JournalEntry;
import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says on the timeline how an answer changed. */
final class AnswerWords {

    private AnswerWords() {}

    /** Whether two answers say the same, whatever their versions. */
    static boolean isSame(Answer one, Answer other) {
        return Objects.equals(one.rating(), other.rating()) && tellTheSame(one, other);
    }

    private static boolean tellTheSame(Answer one, Answer other) {
        return isSame(one.amount(), other.amount())
                && Objects.equals(one.currency(), other.currency())
                && one.confirmed() == other.confirmed()
                && Objects.equals(one.personId(), other.personId())
                && one.role() == other.role()
                && one.severity() == other.severity()
                && Objects.equals(one.due(), other.due())
                && Objects.equals(one.note(), other.note());
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /**
     * What was rated, from which word to which; or, where the rating stays, what is known by now.
     *
     * @param person the name of the person that the answer names now
     */
    static JournalEntry entry(Criterion criterion, Answer before, Answer after, @Nullable String person) {
        Argument name = Argument.of(criterion.name());
        Argument fact = fact(criterion, after, person);
        boolean rated = !Objects.equals(before.rating(), after.rating());
        JournalEntry entry;
        if (!rated) {
            entry = fact == null
                    ? JournalEntry.of("qualification.journal.told", name)
                    : JournalEntry.of("qualification.journal.told.fact", name, fact);
        } else if (fact == null || tellTheSame(before, after)) {
            entry = JournalEntry.of(
                    "qualification.journal.rated", name, word(criterion, before), word(criterion, after));
        } else {
            entry = JournalEntry.of(
                    "qualification.journal.rated.fact", name, word(criterion, before), word(criterion, after), fact);
        }
        return entry.detailed(Objects.equals(before.note(), after.note()) ? null : after.note());
    }

    private static Argument word(Criterion criterion, Answer answer) {
        String word = criterion.word(answer.rating());
        return word == null ? Argument.message("qualification.rating.unknown") : Argument.of(word);
    }

    private static @Nullable Argument fact(Criterion criterion, Answer answer, @Nullable String person) {
        Money money = answer.money();
        return switch (criterion.kind()) {
            case BUDGET -> money == null ? null : Argument.of(money);
            case AUTHORITY -> person == null ? null : Argument.of(person);
            case NEED ->
                answer.severity() == null ? null : Argument.message("qualification.severity." + answer.severity());
            case TIMELINE -> answer.due() == null ? null : Argument.of(answer.due());
            case GENERAL -> null;
        };
    }
}
