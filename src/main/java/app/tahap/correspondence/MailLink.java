package app.tahap.correspondence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Opens a mail in the program that the reader writes mails with. */
final class MailLink {

    private MailLink() {}

    /** As RFC 6068 has it: line breaks as CR and LF, blanks as %20. */
    static String of(String address, @Nullable String subject, @Nullable String body) {
        return "mailto:" + encoded(address).replace("%40", "@") + "?subject=" + encoded(subject) + "&body="
                + encoded(body);
    }

    private static String encoded(@Nullable String text) {
        String lines = (text == null ? "" : text).replaceAll("\\R", "\r\n");
        return URLEncoder.encode(lines, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
