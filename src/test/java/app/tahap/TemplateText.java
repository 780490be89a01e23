package app.tahap;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/**
 * Finds in a template what would reach a page without having been translated, against the content security policy, or
 * although a condition keeps it back.
 */
final class TemplateText extends AbstractSimpleMarkupHandler {

    private static final Set<String> REPLACING =
            Set.of("th:text", "th:utext", "th:errors", "th:replace", "th:insert", "tahap:keep");
    private static final Set<String> INCLUDING = Set.of("th:replace", "th:insert");
    private static final Set<String> CONDITIONS = Set.of("th:if", "th:unless", "th:each", "th:case");
    private static final Set<String> READ_ALOUD = Set.of("title", "alt", "placeholder", "aria-label", "label");
    private static final Set<String> NAMES = Set.of("Tahap");

    private final Path file;
    private final Pattern words;
    private final Deque<Boolean> replaced = new ArrayDeque<>(List.of(false));
    private final List<String> found = new ArrayList<>();

    private TemplateText(Path file, Pattern words) {
        this.file = file;
        this.words = words;
    }

    static List<String> literals(Path file, Pattern words) {
        TemplateText text = new TemplateText(file, words);
        try (Reader reader = Files.newBufferedReader(file)) {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(reader, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException malformed) {
            throw new IllegalStateException(file.toString(), malformed);
        }
        return text.found;
    }

    @Override
    public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
        check(name, attributes, line);
        boolean ownLanguage = attributes != null && attributes.containsKey("lang");
        boolean page = name.equals("html"); // its content goes into the layout
        boolean replaces = attributes != null && attributes.keySet().stream().anyMatch(REPLACING::contains) && !page;
        replaced.push(replaced.peek() || ownLanguage || replaces);
    }

    @Override
    public void handleStandaloneElement(
            String name, Map<String, String> attributes, boolean minimized, int line, int column) {
        check(name, attributes, line);
    }

    @Override
    public void handleCloseElement(String name, int line, int column) {
        replaced.pop();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        String text = new String(buffer, offset, length).strip();
        if (!replaced.peek() && words.matcher(text).find() && !NAMES.contains(text)) {
            report(line, text);
        }
    }

    private void check(String name, Map<String, String> attributes, int line) {
        if (attributes == null) {
            return;
        }
        attributes.forEach((attribute, value) -> {
            boolean spoken = READ_ALOUD.contains(attribute)
                    && value != null
                    && words.matcher(value).find();
            boolean inline = attribute.equals("style") || attribute.matches("on[a-z]+") || attribute.equals("th:style");
            if (spoken || inline) {
                report(line, attribute + "=" + value);
            }
        });
        if (name.equals("style")) {
            report(line, "<style>");
        }
        Set<String> names = attributes.keySet();
        if (names.stream().anyMatch(INCLUDING::contains) && names.stream().anyMatch(CONDITIONS::contains)) {
            report(line, "a condition beside what includes a fragment, which Thymeleaf does first");
        }
    }

    private void report(int line, String what) {
        found.add(file.getFileName() + ":" + line + ": " + what);
    }
}
