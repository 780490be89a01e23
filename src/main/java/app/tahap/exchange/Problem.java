package app.tahap.exchange;

import java.util.Arrays;
import java.util.List;

/** Something wrong with a row: the key of a message after {@code exchange.row.}, and what it speaks of. */
record Problem(String key, List<String> arguments) {

    private static final int LONGEST = 60;

    static Problem of(String key, Object... arguments) {
        return new Problem(key, Arrays.stream(arguments).map(Problem::brief).toList());
    }

    private static String brief(Object argument) {
        String text = argument.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
