package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Says in a reader's language what playbooks ask and do, and why they did not. */
@Component
class RunWords {

    private static final String CONDITION = "playbook.condition.";

    private final MessageSource messages;
    private final Formatter<Money> money;

    RunWords(MessageSource messages, Formatter<Money> money) {
        this.messages = messages;
        this.money = money;
    }

    String say(String message, List<Argument> arguments, Viewer viewer) {
        Object[] told = arguments.stream()
                .map(argument -> argument.kind() == Argument.Kind.NUMBER
                        ? new BigDecimal(argument.value())
                        : argument.inWords(viewer.locale(), viewer.zone(), messages, money))
                .toArray();
        return messages.getMessage(message, told, viewer.locale());
    }

    String condition(PlaybookCondition condition, Viewer viewer) {
        return say(condition.messageKey(), condition.arguments(), viewer);
    }

    @Nullable String reason(RunEnd end, Viewer viewer) {
        if (end.reason() == null) {
            return null;
        }
        String said = say(end.reason(), end.arguments(), viewer);
        if (end.reason().startsWith(CONDITION)) {
            return messages.getMessage("playbook.run.unmet", new Object[] {said}, viewer.locale());
        }
        return end.actionNumber() == null
                ? said
                : messages.getMessage("playbook.run.action", new Object[] {end.actionNumber(), said}, viewer.locale());
    }
}
