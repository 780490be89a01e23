package app.tahap.assessment;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text of the workspace in both languages, or in one that then serves for both. */
record Bilingual(@Nullable String english, @Nullable String indonesian) {

    static final Bilingual NONE = new Bilingual(null, null);

    /** Blank texts are none. */
    static Bilingual of(@Nullable String english, @Nullable String indonesian) {
        return new Bilingual(told(english), told(indonesian));
    }

    boolean isEmpty() {
        return english == null && indonesian == null;
    }

    /** In a language, else in the other one; empty where there is neither. */
    public String in(Locale language) {
        String first = language.getLanguage().equals("id") ? indonesian : english;
        String other = language.getLanguage().equals("id") ? english : indonesian;
        return first != null ? first : Objects.requireNonNullElse(other, "");
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
