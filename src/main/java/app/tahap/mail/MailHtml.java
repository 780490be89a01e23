package app.tahap.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Plain text as HTML that looks the same: paragraphs, line breaks, and links where addresses stand. */
public final class MailHtml {

    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"']+?(?=[.,;:!?)]*(?:\\s|<|&lt;|&gt;|&quot;|$))");

    private MailHtml() {}

    static String of(String text, Locale language) {
        return "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"></head><body>%s</body></html>"
                .formatted(language.getLanguage(), paragraphs(text));
    }

    /** Safe to be put into a page as it is. */
    public static String paragraphs(String text) {
        // as forms send them, lines end with two characters, each of which would count as an end
        String lines = text.strip().replaceAll("\\r\\n?", "\n");
        String[] paragraphs = lines.split("\n[ \\t]*\n\\s*");
        return Arrays.stream(paragraphs)
                .map(HtmlUtils::htmlEscape)
                .map(escaped -> LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>"))
                .map(linked -> "<p>" + linked.replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
