package app.tahap.deal;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Places in an ordered column as texts compared byte by byte, so that between any two there is always room for another
 * and a move writes one row.
 *
 * <p>A rank is an integer part, whose first letter tells its length, and an optional fraction, both in base 62. Placing at
 * either end counts the integer part up or down, so that ranks stay short however often that happens. Method: David
 * Greenspan, "Implementing Fractional Indexing". Two people placing cards into the same gap at once would get the same
 * rank; two random digits make that unlikely, and {@link DealColumn} copes when it happens.
 */
final class Rank {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final String FIRST = "a0";

    private Rank() {}

    /**
     * A rank strictly between two others.
     *
     * @param before null for the start of the column
     * @param after null for the end of the column
     */
    static String between(@Nullable String before, @Nullable String after) {
        if (before != null && after != null && before.compareTo(after) >= 0) {
            throw new IllegalArgumentException("Not in order: " + before + ", " + after);
        }
        return stem(before, after) + jitter();
    }

    /** What is between the two with anything behind it: it never begins the rank after it. */
    private static String stem(@Nullable String before, @Nullable String after) {
        if (before == null) {
            return after == null ? FIRST : decrement(integerPart(after));
        }
        String integer = integerPart(before);
        if (after != null && integer.equals(integerPart(after))) {
            return integer + middle(before.substring(integer.length()), after.substring(integer.length()));
        }
        String next = increment(integer);
        if (after == null || (next.compareTo(after) < 0 && !after.startsWith(next))) {
            return next;
        }
        return integer + middle(before.substring(integer.length()), null);
    }

    /** The text halfway between two fractions, where null stands for one and the empty text for zero. */
    private static String middle(String low, @Nullable String high) {
        int common = 0;
        if (high != null) {
            while (common < high.length() && digitAt(low, common) == digitAt(high, common)) {
                common++;
            }
        }
        if (common > 0 && high != null) {
            String rest = low.length() > common ? low.substring(common) : "";
            return high.substring(0, common) + middle(rest, high.substring(common));
        }
        int from = digitAt(low, 0);
        int to = high == null || high.isEmpty() ? BASE : digitAt(high, 0);
        if (to - from > 1) {
            return String.valueOf(DIGITS.charAt((from + to) / 2));
        }
        return DIGITS.charAt(from) + middle(low.isEmpty() ? "" : low.substring(1), null);
    }

    private static int digitAt(String fraction, int index) {
        return index < fraction.length() ? DIGITS.indexOf(fraction.charAt(index)) : 0;
    }

    private static String integerPart(String rank) {
        char head = rank.charAt(0);
        int length = head >= 'a' ? head - 'a' + 2 : 'Z' - head + 2;
        return rank.substring(0, length);
    }

    private static String increment(String integer) {
        return step(integer, 1);
    }

    private static String decrement(String integer) {
        return step(integer, -1);
    }

    /** Counts up or down by one; on overflow the head names the next longer or shorter kind of integer. */
    private static String step(String integer, int by) {
        char[] digits = integer.toCharArray();
        for (int i = digits.length - 1; i > 0; i--) {
            int digit = DIGITS.indexOf(digits[i]) + by;
            digits[i] = DIGITS.charAt(Math.floorMod(digit, BASE));
            if (digit >= 0 && digit < BASE) {
                return new String(digits);
            }
        }
        char head = nextHead(integer.charAt(0), by);
        int length = head >= 'a' ? head - 'a' + 1 : 'Z' - head + 1;
        return head + String.valueOf(by > 0 ? '0' : 'z').repeat(length);
    }

    private static char nextHead(char head, int by) {
        if (head == 'Z' && by > 0) {
            return 'a';
        }
        if (head == 'a' && by < 0) {
            return 'Z';
        }
        return (char) (head + by);
    }

    /** Never ends in the digit zero, which would leave no room directly before it. */
    private static String jitter() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "" + DIGITS.charAt(random.nextInt(BASE)) + DIGITS.charAt(1 + random.nextInt(BASE - 1));
    }
}
