package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Remembers in a cookie, not in a session, where a stranger wanted to go; fragments are no place to go. A cookie that
 * holds no address of Tahap's, since somebody tampered with it, is none.
 */
class WantedPages extends CookieRequestCache {

    WantedPages() {
        setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null);
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

    private static boolean isOurs(URI address, HttpServletRequest request) {
        return request.getServerName().equalsIgnoreCase(address.getHost());
    }
}
