package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The page on which a script made a request, as if the browser asked for it: there somebody wants to be after login. */
class PageOfScript extends HttpServletRequestWrapper {

    private final URI page;

    private PageOfScript(HttpServletRequest request, URI page) {
        super(request);
        this.page = page;
    }

    /** The page; null where the browser does not tell, or it is another site's. */
    static @Nullable HttpServletRequest of(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return null;
        }
        try {
            URI page = URI.create(referer);
            boolean ours = request.getServerName().equals(page.getHost()) && page.getRawPath() != null;
            return ours ? new PageOfScript(request, page) : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
            return MediaType.TEXT_HTML_VALUE;
        }
        return name.startsWith("HX-") ? null : super.getHeader(name);
    }

    @Override
    public String getRequestURI() {
        return page.getRawPath();
    }

    @Override
    public @Nullable String getQueryString() {
        return page.getRawQuery();
    }
}
