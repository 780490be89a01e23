package app.tahap.correspondence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text in which placeholders may stand. */
record PlaceholderText(String text) {

    private static final Pattern WRITTEN = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");

    static PlaceholderText of(@Nullable String text) {
        return new PlaceholderText(text == null ? "" : text);
    }

    /** What stands in double braces but is no placeholder, and braces that stand alone, as they were typed. */
    List<String> unknown() {
        Set<String> found = new LinkedHashSet<>();
        WRITTEN.matcher(text)
                .results()
                .filter(match -> Placeholder.of(match.group(1)).isEmpty())
                .map(MatchResult::group)
                .forEach(found::add);
        BRACES.matcher(WRITTEN.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return List.copyOf(found);
    }

    /** Everything in double braces that is still there, which nobody should get to see. */
    List<String> unsettled() {
        Set<String> found = new LinkedHashSet<>();
        WRITTEN.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return List.copyOf(found);
    }

    /** The text with the values that are known; the other placeholders stay as they are. A value is no template itself. */
    String filled(Map<Placeholder, String> values) {
        return WRITTEN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Placeholder.of(match.group(1)).map(values::get).orElse(match.group())));
    }
}
