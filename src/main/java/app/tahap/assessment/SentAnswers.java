package app.tahap.assessment;

import app.tahap.web.RuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads answers from the parameters of a form: {@code answer-7} with what was answered to the wording 7, none or several of
 * them, {@code version-7} and {@code seen-7}.
 */
final class SentAnswers {

    private static final Pattern VERSION = Pattern.compile("version-(\\d{1,18})");

    private SentAnswers() {}

    /** All answers whose versions were sent. */
    static Map<Long, AnswerSent> read(MultiValueMap<String, String> typed) {
        Map<Long, AnswerSent> sent = new TreeMap<>();
        for (String name : typed.keySet()) {
            Matcher version = VERSION.matcher(name);
            if (version.matches()) {
                long wordingId = Long.parseLong(version.group(1));
                sent.put(wordingId, read(wordingId, typed));
            }
        }
        return sent;
    }

    static AnswerSent read(long wordingId, MultiValueMap<String, String> typed) {
        List<String> values = new ArrayList<>();
        for (String value : typed.getOrDefault("answer-" + wordingId, List.of())) {
            if (value != null) {
                values.add(value);
            }
        }
        Integer version = number(typed.getFirst("version-" + wordingId));
        if (version == null) {
            throw new RuleException("assessment.answer.unknown");
        }
        return new AnswerSent(values, version, number(typed.getFirst("seen-" + wordingId)));
    }

    private static @Nullable Integer number(@Nullable String value) {
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException none) {
            throw new RuleException("assessment.answer.unknown");
        }
    }
}
