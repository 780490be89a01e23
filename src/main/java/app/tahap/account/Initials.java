package app.tahap.account;

import java.util.Locale;

/** One or two letters that stand for a name where there is no room for it. */
public final class Initials {

    private Initials() {}

    /** The first letters of the first and last word of the name, in capitals; a question mark for a blank name. */
    public static String of(String name) {
        String[] words = name.strip().split("\\s+");
        String first = firstLetter(words[0]);
        String letters = words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
    }
}
