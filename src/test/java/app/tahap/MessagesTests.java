package app.tahap;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.FileSystemResource;

/** Every text is there in both languages, every key that is used exists, and templates hold no text of their own. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MESSAGES = RESOURCES.resolve("messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]");
    /** A literal that begins like a key of a bundle; one that ends with a dot is completed at run time. */
    private static final Pattern KEY_IN_CODE = Pattern.compile(
            "\"\\{?((?:web|account|contact|pipeline|money|deal|setup|sample|report|exchange|field|qualification|activity|notification|mail|correspondence"
                    + "|campaign|webform|assessment|proposal|negotiation|closing|playbook|review|guide)(?:\\.[a-zA-Z][\\w-]*)+)}?\"");

    /** What templates of mails leave to be filled in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");

    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_id.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysEverythingInBothLanguages(String bundle) {
        Map<String, String> english = load(bundle + ".properties");
        Map<String, String> indonesian = load(bundle + "_id.properties");

        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).noneMatch(String::isBlank);
        assertThat(indonesian.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void fillsInTheSameArgumentsInBothLanguages(String bundle) {
        Map<String, String> english = load(bundle + ".properties");
        Map<String, String> indonesian = load(bundle + "_id.properties");

        english.forEach((key, text) ->
                assertThat(arguments(indonesian.getOrDefault(key, ""))).as(key).isEqualTo(arguments(text)));
    }

    /** Each of these once stood beside the word that is used for the same thing everywhere else. */
    @ParameterizedTest
    @CsvSource({
        ".properties, (?i)\\borganization, organisation",
        ".properties, (?i)\\bown ones\\b, their own",
        "_id.properties, (?i)\\bsaringan\\b, filter",
        "_id.properties, (?i)terbobot, tertimbang",
        "_id.properties, (?i)organisasi, perusahaan",
        "_id.properties, (?i)\\bbasi\\b, mandek",
        "_id.properties, (?i)\\btahapan\\b, tahap",
        "_id.properties, (?i)\\b(mem)?buka kembali\\b, buka lagi",
        "_id.properties, (?i)e-mail|\\bsurel\\b, email"
    })
    void callsTheSameThingByTheSameWord(String ending, String other, String word) throws IOException {
        for (String bundle : bundles().toList()) {
            load(bundle + ending)
                    .forEach((key, text) -> assertThat(PLACEHOLDER.matcher(text).replaceAll(""))
                            .as(key + " says: " + word)
                            .doesNotContainPattern(other));
        }
    }

    @Test
    void servesEveryBundle() throws IOException {
        Object basename = new YamlPropertySourceLoader()
                .load("application", new FileSystemResource(RESOURCES.resolve("application.yml")))
                .get(0)
                .getProperty("spring.messages.basename");

        assertThat(String.valueOf(basename).split(",\\s*"))
                .containsExactlyInAnyOrderElementsOf(
                        bundles().map(bundle -> "messages/" + bundle).toList());
    }

    @Test
    void namesOnlyMessagesThatExist() {
        Set<String> known = allKeys();
        Set<String> missing = new TreeSet<>();
        files(RESOURCES.resolve("templates"), ".html").forEach(file -> used(file, KEY_IN_TEMPLATE, known, missing));
        files(Path.of("src/main/java"), ".java").forEach(file -> used(file, KEY_IN_CODE, known, missing));

        assertThat(missing).isEmpty();
    }

    /** A constraint without a message of ours speaks of code, and in the language of the library. */
    @Test
    void saysInItsOwnWordsWhatAFormDemands() {
        Set<String> known = allKeys();
        List<String> foreign = new ArrayList<>();
        files(Path.of("src/main/java"), "Form.java").forEach(file -> {
            Class<?> form = formIn(file);
            Stream.concat(Arrays.stream(form.getDeclaredFields()), Arrays.stream(form.getDeclaredMethods()))
                    .flatMap(member -> Arrays.stream(member.getAnnotations()))
                    .filter(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class))
                    .map(annotation -> String.valueOf(
                            AnnotationUtils.getAnnotationAttributes(annotation).get("message")))
                    .filter(message ->
                            !message.startsWith("{") || !known.contains(message.substring(1, message.length() - 1)))
                    .forEach(message -> foreign.add(form.getSimpleName() + ": " + message));
        });

        assertThat(foreign).isEmpty();
    }

    private static Class<?> formIn(Path file) {
        String name = Path.of("src/main/java").relativize(file).toString().replace(".java", "");
        try {
            return Class.forName(name.replace(file.getFileSystem().getSeparator(), "."));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Text between tags is a sample for whoever opens the template as a file, and must be replaced by a message. */
    @Test
    void keepsTextOutOfTemplates() {
        List<String> literals = new ArrayList<>();
        files(RESOURCES.resolve("templates"), ".html")
                .forEach(file -> literals.addAll(TemplateText.literals(file, WORDS)));

        assertThat(literals).isEmpty();
    }

    private static void used(Path file, Pattern pattern, Set<String> known, Set<String> missing) {
        Matcher keys = pattern.matcher(read(file));
        while (keys.find()) {
            if (!known.contains(keys.group(1))) {
                missing.add(file.getFileName() + ": " + keys.group(1));
            }
        }
    }

    private static Set<String> allKeys() {
        Set<String> keys = new HashSet<>();
        files(MESSAGES, ".properties")
                .forEach(file -> keys.addAll(load(file.getFileName().toString()).keySet()));
        return keys;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> load(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
