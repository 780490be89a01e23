package app.tahap;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything that the application's own controllers answer, so that a test about all of it forgets nothing new. */
public final class Endpoints {

    private static final String OURS = "app.tahap";

    private Endpoints() {}

    public static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith(OURS))
                .flatMap(entry -> of(entry.getKey()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static Stream<Endpoint> of(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods)
                        .stream().map(method -> new Endpoint(method.asHttpMethod(), pattern)));
    }

    /**
     * One method at one address.
     *
     * @param pattern the address, with variables in braces
     */
    public record Endpoint(HttpMethod method, String pattern) {

        /** The address with the same value for each variable. */
        public String uri(Object value) {
            return pattern.replaceAll("\\{[^}]+}", value.toString());
        }

        public boolean isUnder(String path) {
            return pattern.equals(path) || pattern.startsWith(path + "/");
        }

        public boolean changes() {
            return !Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE)
                    .contains(method);
        }

        @Override
        public String toString() {
            return pattern + " " + method;
        }
    }
}
