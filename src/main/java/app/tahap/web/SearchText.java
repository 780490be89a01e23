package app.tahap.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people type into a search field, as it is compared with what is stored: without regard to capitals. */
public final class SearchText {

    private SearchText() {}

    /** The text in small letters, without blanks around it; empty for null. */
    public static String plain(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** A pattern of SQL's "like" for what has the text somewhere in small letters; everything is, where the text is blank. */
    public static String anywhere(@Nullable String text) {
        return "%" + plain(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
