package app.tahap.webform;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;

/** Lets the sites that an administrator has listed show the form in a frame; every other page of ours stays unframeable. */
final class FormFrames {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOWHERE = "frame-ancestors 'none'";
    private static final String TO_US = "form-action 'self'";

    private FormFrames() {}

    static void allow(WebForm form, HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        if (policy != null) {
            String framed = form.sites().isEmpty()
                    ? policy
                    : policy.replace(NOWHERE, "frame-ancestors 'self' " + String.join(" ", form.sites()));
            // browsers ask it of the page to which a sent form leads on, too
            response.setHeader(
                    POLICY,
                    form.redirect() == null ? framed : framed.replace(TO_US, TO_US + " " + origin(form.redirect())));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Lets a page that only tells something be shown in any frame. */
    static void allowEverywhere(HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        if (policy != null) {
            response.setHeader(POLICY, policy.replace(NOWHERE, "frame-ancestors *"));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
