package app.tahap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of the current page with some of its parameters changed, for links that keep the filter. What is kept stays
 * encoded as it came.
 */
public final class Address {

    private final String path;
    private final List<String> parameters;

    public Address(HttpServletRequest request) {
        this(request.getRequestURI(), split(request.getQueryString()));
    }

    private Address(String path, List<String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** The same page with another value of a parameter. */
    public Address with(String parameter, Object value) {
        String added = parameter + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new Address(
                path,
                Stream.concat(without(parameter).parameters.stream(), Stream.of(added))
                        .toList());
    }

    /** The same page without a parameter. */
    public Address without(String parameter) {
        return new Address(
                path,
                parameters.stream().filter(given -> !isNamed(given, parameter)).toList());
    }

    /** A name may be written with or without the brackets in it being encoded. */
    private static boolean isNamed(String given, String parameter) {
        String name = given.split("=", 2)[0];
        return name.equals(parameter) || name.equals(URLEncoder.encode(parameter, StandardCharsets.UTF_8));
    }

    /** The same page without one of the values of a parameter. */
    public Address without(String parameter, Object value) {
        String given = parameter + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new Address(
                path, parameters.stream().filter(other -> !other.equals(given)).toList());
    }

    /** The same filter on another page. */
    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** As a form sends what was left empty: it asks for nothing, and makes addresses long. */
    private static boolean isWithoutValue(String parameter) {
        return parameter.indexOf('=') == parameter.length() - 1;
    }

    private static List<String> split(@Nullable String query) {
        return query == null || query.isEmpty()
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.isEmpty() && !isWithoutValue(parameter))
                        .toList();
    }
}
