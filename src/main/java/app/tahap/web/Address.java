package app.tahap.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of the current page with some of its parameters changed, for links that keep the filter. */
public final class Address {

    private final HttpServletRequest request;

    public Address(HttpServletRequest request) {
        this.request = request;
    }

    /** The same page with another value of a parameter. */
    public String with(String parameter, Object value) {
        return ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(parameter, value)
                .toUriString();
    }

    /** The same filter on another page. */
    public String at(String path) {
        String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}
