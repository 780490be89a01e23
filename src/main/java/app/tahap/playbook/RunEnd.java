package app.tahap.playbook;

import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a run.
 *
 * @param reason the key of the text that says why it was not done; null where it was
 * @param actionNumber which action failed, counted from 1; null for none
 */
record RunEnd(
        RunState state,
        @Nullable String reason,
        List<Argument> arguments,
        @Nullable Integer actionNumber) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final RunEnd DONE = new RunEnd(RunState.DONE, null, List.of(), null);

    static RunEnd skipped(String reason, List<Argument> arguments) {
        return new RunEnd(RunState.SKIPPED, reason, arguments, null);
    }

    static RunEnd stopped(String reason) {
        return new RunEnd(RunState.STOPPED, reason, List.of(), null);
    }

    static RunEnd failed(int actionNumber, String reason, Object... arguments) {
        return new RunEnd(
                RunState.FAILED,
                reason,
                Stream.of(arguments).map(RunEnd::argument).toList(),
                actionNumber);
    }

    @Nullable String argumentsAsJson() {
        return arguments.isEmpty() ? null : JSON.writeValueAsString(arguments);
    }

    private static Argument argument(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return Argument.of(((Number) value).longValue());
        }
        if (value instanceof BigDecimal number) {
            return Argument.of(number);
        }
        if (value instanceof LocalDate date) {
            return Argument.of(date);
        }
        return value instanceof Money money ? Argument.of(money) : Argument.of(String.valueOf(value));
    }
}
