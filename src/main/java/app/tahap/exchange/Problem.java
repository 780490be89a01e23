package app.tahap.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * Something wrong with a row: the key of a message after {@code exchange.row.}, and what it speaks of. Behind a slash it is
 * the whole key.
 */
record Problem(String key, List<String> arguments) {

    private static final int LONGEST = 60;
    private static final String ELSEWHERE = "/";

    static Problem of(String key, Object... arguments) {
        return new Problem(key, Arrays.stream(arguments).map(Problem::brief).toList());
    }

    /** The same in the words of another module. */
    static Problem said(String messageKey, Object... arguments) {
        return new Problem(
                ELSEWHERE + messageKey,
                Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** The key of the whole message. */
    String messageKey() {
        return key.startsWith(ELSEWHERE) ? key.substring(ELSEWHERE.length()) : "exchange.row." + key;
    }

    private static String brief(Object argument) {
        String text = argument.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
