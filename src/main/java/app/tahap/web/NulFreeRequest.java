package app.tahap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters hold no NUL. Text that is pasted may hold one, which nobody sees, and which PostgreSQL cannot
 * store: it is left out, and all else that was typed counts.
 */
class NulFreeRequest extends HttpServletRequestWrapper {

    private static final String NUL = "\0";

    NulFreeRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String value = super.getParameter(name);
        return value == null ? null : value.replace(NUL, "");
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = super.getParameterValues(name);
        return values == null ? null : without(values);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return super.getParameterMap().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> without(entry.getValue())));
    }

    private static String[] without(String[] values) {
        return Arrays.stream(values).map(value -> value.replace(NUL, "")).toArray(String[]::new);
    }
}
