package app.tahap.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Reads plain paths into Tahap's own objects, such as {@code card.title}, which most expressions of a page are. Spring's
 * expression language finds out anew at each reading how a property is read, which takes a large part of a page's time;
 * everything else is left to it.
 */
final class PathEvaluator implements IStandardVariableExpressionEvaluator {

    private static final Pattern PATH = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "param", "session", "application");
    private static final String OURS = "app.tahap.";

    private final IStandardVariableExpressionEvaluator language;
    private final Map<String, List<String>> paths = new ConcurrentHashMap<>();
    private final ClassValue<Map<String, Optional<Method>>> readers = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    PathEvaluator(IStandardVariableExpressionEvaluator language) {
        this.language = language;
    }

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        List<String> path = how.getPerformTypeConversion() || expression.getUseSelectionAsRoot()
                ? List.of()
                : paths.computeIfAbsent(expression.getExpression(), PathEvaluator::path);
        if (path.isEmpty()) {
            return language.evaluate(context, expression, how);
        }
        Object value = context.getVariable(path.get(0));
        for (int step = 1; step < path.size(); step++) {
            Method reader = value == null ? null : reader(value.getClass(), path.get(step));
            if (reader == null) {
                return language.evaluate(context, expression, how);
            }
            value = read(reader, value);
        }
        return value;
    }

    /** The steps of a plain path; empty for anything else. */
    private static List<String> path(String expression) {
        List<String> steps = List.of(expression.split("\\."));
        return PATH.matcher(expression).matches() && !WORDS.contains(steps.get(0)) ? steps : List.of();
    }

    private @Nullable Method reader(Class<?> type, String property) {
        return type.getName().startsWith(OURS)
                ? readers.get(type)
                        .computeIfAbsent(property, name -> find(type, name))
                        .orElse(null)
                : null;
    }

    /** The method that reads a property of a record or a bean. */
    private static Optional<Method> find(Class<?> type, String property) {
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        Optional<Method> reader = Stream.of("get" + capital, "is" + capital, property)
                .flatMap(name -> Arrays.stream(type.getMethods())
                        .filter(method ->
                                method.getName().equals(name) && method.getParameterCount() == 0 && !method.isBridge()))
                .findFirst();
        reader.ifPresent(method -> method.setAccessible(true));
        return reader;
    }

    private static Object read(Method reader, Object target) {
        try {
            return reader.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new TemplateProcessingException("Cannot read " + reader, failed);
        }
    }
}
