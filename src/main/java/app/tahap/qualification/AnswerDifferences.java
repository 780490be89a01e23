package app.tahap.qualification;

import app.tahap.deal.DealAmounts;
import app.tahap.web.Choice;
import app.tahap.web.Difference;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells where the answer that somebody else gave is unlike the one that was typed. */
@Component
class AnswerDifferences {

    private final MessageSource messages;

    AnswerDifferences(MessageSource messages) {
        this.messages = messages;
    }

    List<Difference> differences(Criterion criterion, Answer now, AnswerForm form, List<Choice> people, Locale locale) {
        Answer typed = form.answer(criterion, locale);
        return new Difference.Collector()
                .add("qualification.rating", criterion.word(now.rating()), criterion.word(typed.rating()))
                .add(
                        "qualification.amount",
                        DealAmounts.write(now.amount(), locale),
                        DealAmounts.write(typed.amount(), locale))
                .add("qualification.currency", now.currency(), typed.currency())
                .add("qualification.confirmed.it", answer(now.confirmed(), locale), answer(typed.confirmed(), locale))
                .add("qualification.person", now.person(), name(typed.personId(), people))
                .add("qualification.role", say("role", now.role(), locale), say("role", typed.role(), locale))
                .add(
                        "qualification.severity",
                        say("severity", now.severity(), locale),
                        say("severity", typed.severity(), locale))
                .add("qualification.due", now.due(), typed.due())
                .add("qualification.note", now.note(), typed.note())
                .found();
    }

    private String answer(boolean confirmed, Locale locale) {
        return messages.getMessage(confirmed ? "qualification.confirmed" : "qualification.unconfirmed", null, locale);
    }

    private @Nullable String say(String list, @Nullable Enum<?> value, Locale locale) {
        return value == null ? null : messages.getMessage("qualification." + list + "." + value, null, locale);
    }

    private static @Nullable String name(@Nullable Long personId, List<Choice> people) {
        return people.stream()
                .filter(person -> Objects.equals(person.value(), String.valueOf(personId)))
                .map(Choice::label)
                .findFirst()
                .orElse(null);
    }
}
