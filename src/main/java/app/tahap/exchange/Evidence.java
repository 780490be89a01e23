package app.tahap.exchange;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of a file show about how it writes dates and numbers. */
final class Evidence {

    private static final int EXAMPLES = 3;
    private static final Pattern NUMBER = Pattern.compile("\\D{0,4}?-?(\\d+[.,][\\d.,]*\\d)\\D{0,4}");

    private final Map<DateOrder, Integer> orders = new EnumMap<>(DateOrder.class);
    private final Map<DecimalSign, Integer> signs = new EnumMap<>(DecimalSign.class);
    private final List<String> dates = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private boolean ambiguousDates;

    void look(String cell) {
        if (cell.length() < 3 || cell.length() > 40 || cell.chars().noneMatch(Character::isDigit)) {
            return;
        }
        Map<DateOrder, LocalDate> readings = new EnumMap<>(DateOrder.class);
        for (DateOrder order : DateOrder.values()) {
            order.parse(cell, ZoneOffset.UTC).ifPresent(moment -> readings.put(order, moment.date()));
        }
        if (readings.isEmpty()) {
            lookAtNumber(cell);
            return;
        }
        add(dates, cell);
        if (readings.size() == 1) {
            orders.merge(readings.keySet().iterator().next(), 1, Integer::sum);
        } else if (readings.values().stream().distinct().count() > 1) {
            ambiguousDates = true;
        }
    }

    private void lookAtNumber(String cell) {
        Matcher number = NUMBER.matcher(cell);
        if (number.matches()) {
            add(numbers, cell);
            DecimalSign sign = sign(number.group(1));
            if (sign != null) {
                signs.merge(sign, 1, Integer::sum);
            }
        }
    }

    /** Null where the text could be meant either way: 1.500 may be one and a half, or one and a half thousand. */
    private static @Nullable DecimalSign sign(String digits) {
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        DecimalSign ofLast = digits.charAt(last) == '.' ? DecimalSign.POINT : DecimalSign.COMMA;
        boolean both = digits.indexOf('.') >= 0 && digits.indexOf(',') >= 0;
        boolean repeated = digits.indexOf(digits.charAt(last)) != last;
        if (repeated) {
            return ofLast == DecimalSign.POINT ? DecimalSign.COMMA : DecimalSign.POINT;
        }
        boolean threeFollow = digits.length() - last == 4 && last <= 3;
        return both || !threeFollow ? ofLast : null;
    }

    private static void add(List<String> examples, String cell) {
        if (examples.size() < EXAMPLES && !examples.contains(cell)) {
            examples.add(cell);
        }
    }

    /** The order in which most dates can be read at all; where any will do, the language's. */
    DateOrder dateOrder(Locale locale) {
        return most(orders, "id".equals(locale.getLanguage()) ? DateOrder.DMY : DateOrder.MDY);
    }

    /** The sign that most numbers show; where none does, the language's. */
    DecimalSign decimalSign(Locale locale) {
        return most(signs, DecimalSign.of(locale));
    }

    private static <T> T most(Map<T, Integer> counts, T otherwise) {
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    /** Whether dates could be read in another order as well, and be others. */
    boolean isDateOrderUncertain() {
        return ambiguousDates && orders.isEmpty();
    }

    boolean isDecimalSignUncertain() {
        return !numbers.isEmpty() && signs.isEmpty();
    }

    /** Some dates as they stand in the file. */
    List<String> dates() {
        return dates;
    }

    /** Some numbers with separators as they stand in the file. */
    List<String> numbers() {
        return numbers;
    }
}
