package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the page that answers a request in a language of its own, whoever looks at it: what is written to a customer. */
public final class PageLanguage {

    private static final String ATTRIBUTE = PageLanguage.class.getName();

    private PageLanguage() {}

    public static void use(HttpServletRequest request, Locale language) {
        request.setAttribute(ATTRIBUTE, language);
    }

    static @Nullable Locale of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Locale language ? language : null;
    }
}
