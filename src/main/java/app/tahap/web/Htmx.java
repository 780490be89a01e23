package app.tahap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells requests made by scripts, which want a fragment, from those made by a browser, which want a page. */
public final class Htmx {

    private Htmx() {}

    /** Whether htmx, or a behaviour of ours that speaks as it does, made the request. */
    public static boolean isEnhanced(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** Lets the page know, once a fragment is in its place, that other parts of it may have changed, too. */
    public static void trigger(String event, HttpServletResponse response) {
        response.setHeader("HX-Trigger-After-Settle", event);
    }
}
