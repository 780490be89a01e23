package app.tahap.account;

import app.tahap.web.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which users are asked for; null asks for nothing.
 *
 * @param text in the name or the e-mail address
 */
record UserFilter(
        @Nullable String text,
        @Nullable UserState state,
        @Nullable Long team) {

    public boolean isEmpty() {
        return (text == null || text.isBlank()) && state == null && team == null;
    }

    /** The text as a pattern of SQL's "like". */
    String pattern() {
        return SearchText.anywhere(text);
    }
}
