package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Says in a reader's language what playbooks ask and do, and why they did not. */
@Component
class RunWords {

    private static final String CONDITION = "playbook.condition.";

    private final Fields fields;
    private final FieldWords fieldWords;
    private final MessageSource messages;
    private final Formatter<Money> money;

    RunWords(Fields fields, FieldWords fieldWords, MessageSource messages, Formatter<Money> money) {
        this.fields = fields;
        this.fieldWords = fieldWords;
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

    /** Each action in words; two queries where one of them fills in a field. */
    List<String> actions(List<PlaybookAction> actions, Viewer viewer) {
        Map<Long, FieldValue> values = new HashMap<>();
        actions.stream()
                .filter(action -> action.kind() == ActionKind.FIELD && action.fieldValue() != null)
                .forEach(action -> values.put(action.id(), FieldValue.ofJson(action.fieldValue())));
        List<Field> known = values.isEmpty() ? List.of() : fields.all(RecordKind.DEAL);
        List<FieldValues> said = actions.stream()
                .filter(action -> action.fieldId() != null)
                .map(action -> FieldValues.NONE.with(action.fieldId(), values.get(action.id())))
                .toList();
        FieldWords.Speaker speaker = fieldWords.speaker(known, said, viewer.locale());
        return actions.stream()
                .map(action -> {
                    List<Argument> told = new ArrayList<>(action.arguments());
                    known.stream()
                            .filter(field -> Objects.equals(field.id(), action.fieldId()))
                            .forEach(field -> told.add(Argument.of(speaker.say(field, values.get(action.id())))));
                    return say(action.messageKey(), told, viewer);
                })
                .toList();
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
