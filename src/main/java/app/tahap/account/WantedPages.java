package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Remembers in a cookie, not in a session, where a stranger wanted to go. What a script asks for, such as a fragment, a count
 * or a stream, is no place to go. A cookie that holds no address of Tahap's, since somebody tampered with it, is none.
 */
class WantedPages extends CookieRequestCache {

    WantedPages() {
        setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && asksForPage(request.getHeader(HttpHeaders.ACCEPT)));
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            SavedRequest saved = super.getRequest(request, response);
            return saved != null && isOurs(URI.create(saved.getRedirectUrl()), request) ? saved : null;
        } catch (IllegalArgumentException noAddress) {
            logger.debug("A cookie that holds no address", noAddress);
            return null;
        }
    }

    /** A browser that goes somewhere says that it wants HTML; what scripts fetch, and streams, do not. */
    private static boolean asksForPage(@Nullable String accept) {
        return accept == null || accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isOurs(URI address, HttpServletRequest request) {
        return request.getServerName().equalsIgnoreCase(address.getHost());
    }
}
