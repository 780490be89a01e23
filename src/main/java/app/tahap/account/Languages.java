package app.tahap.account;

import app.tahap.web.Choice;
import java.util.List;

/** The languages that Tahap speaks, each named in itself. */
public final class Languages {

    /** What a form's field may contain. */
    public static final String PATTERN = "en|id";

    private Languages() {}

    public static List<Choice> choices() {
        return List.of(new Choice("en", "English"), new Choice("id", "Bahasa Indonesia"));
    }
}
