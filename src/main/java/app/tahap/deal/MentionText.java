package app.tahap.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds names behind an @ in a text: the longest that fits, as whole words, whatever the case. */
final class MentionText {

    private final String text;
    private final List<String> names;

    /** @param names that may be mentioned */
    MentionText(String text, Collection<String> names) {
        this.text = text;
        this.names = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * A part of a text.
     *
     * @param mention whether it is an @ with a name
     */
    record Part(String text, boolean mention) {}

    /** Those of the names that are mentioned, in small letters. */
    Set<String> mentioned() {
        Set<String> found = new LinkedHashSet<>();
        for (Part part : parts()) {
            if (part.mention()) {
                found.add(part.text().substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** The whole text, cut where mentions begin and end. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int plain = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            Optional<String> name = nameAt(at);
            if (name.isPresent()) {
                int end = at + 1 + name.get().length();
                add(parts, text.substring(plain, at), false);
                add(parts, text.substring(at, end), true);
                plain = end;
            }
        }
        add(parts, text.substring(plain), false);
        return parts;
    }

    private Optional<String> nameAt(int at) {
        boolean withinWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        return withinWord
                ? Optional.empty()
                : names.stream().filter(name -> stands(name, at + 1)).findFirst();
    }

    private boolean stands(String name, int start) {
        int end = start + name.length();
        return text.regionMatches(true, start, name, 0, name.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static void add(List<Part> parts, String piece, boolean mention) {
        if (!piece.isEmpty()) {
            parts.add(new Part(piece, mention));
        }
    }
}
