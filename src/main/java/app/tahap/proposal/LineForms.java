package app.tahap.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The lines of a form: {@code line} names each by a key, in their order, and the fields of a line end with its key. Kept as
 * typed, so that nothing is lost whatever is asked for.
 */
final class LineForms {

    static final int MOST = 200;

    /** Characters of a field that nobody types. */
    private static final int LONGEST = 5_000;

    private static final Pattern KEY = Pattern.compile("[a-z0-9]{1,8}");

    private final List<LineForm> lines;

    private LineForms(List<LineForm> lines) {
        this.lines = lines;
    }

    static LineForms of(VersionView draft, AmountFormat amounts) {
        List<LineForm> lines = new ArrayList<>();
        for (LineItem line : draft.lines()) {
            lines.add(LineForm.of(Integer.toString(lines.size()), line, amounts));
        }
        return new LineForms(lines);
    }

    static LineForms read(MultiValueMap<String, String> sent) {
        List<LineForm> lines = sent.getOrDefault("line", List.of()).stream()
                .filter(key -> key != null && KEY.matcher(key).matches())
                .distinct()
                .limit(MOST + 1L)
                .map(key -> read(key, sent))
                .toList();
        return new LineForms(new ArrayList<>(lines));
    }

    private static LineForm read(String key, Map<String, List<String>> sent) {
        String product = value("product", key, sent);
        return new LineForm(
                key,
                product.matches("\\d{1,18}") ? Long.valueOf(product) : null,
                value("description", key, sent),
                value("quantity", key, sent),
                value("unit", key, sent),
                value("price", key, sent),
                value("discount", key, sent),
                "AMOUNT".equals(value("kind", key, sent)) ? DiscountKind.AMOUNT : DiscountKind.PERCENT,
                value("tax", key, sent),
                "true".equals(value("optional", key, sent)));
    }

    private static String value(String field, String key, Map<String, List<String>> sent) {
        List<String> values = sent.getOrDefault(field + "-" + key, List.of());
        @Nullable String value = values.isEmpty() ? null : values.get(0);
        String text = Objects.requireNonNullElse(value, "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    List<LineForm> all() {
        return lines;
    }

    /** Without lines that say nothing. */
    List<LineForm> told() {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** A key that no line has. */
    String freeKey() {
        int number = lines.size();
        while (has(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private boolean has(String key) {
        return lines.stream().anyMatch(line -> line.key().equals(key));
    }

    void add(LineForm line) {
        lines.add(line);
    }

    void remove(String key) {
        lines.removeIf(line -> line.key().equals(key));
    }

    /** Puts a line one place up or down; at the ends it stays. */
    void shift(String key, int by) {
        for (int i = 0; i < lines.size(); i++) {
            int other = i + by;
            if (lines.get(i).key().equals(key)) {
                if (other >= 0 && other < lines.size()) {
                    LineForm moved = lines.remove(i);
                    lines.add(other, moved);
                }
                return;
            }
        }
    }
}
