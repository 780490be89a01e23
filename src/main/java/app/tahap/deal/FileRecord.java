package app.tahap.deal;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as a file tells it. */
public interface FileRecord {

    /** The deal to which it belongs; empty for what belongs to none. */
    default OptionalLong deal() {
        return OptionalLong.empty();
    }

    /** Names by which it is looked for: where one of them is there already, so is the record. */
    Collection<String> sought();

    /** Names by which later rows of the same file find it. */
    Collection<String> known();

    /** Whether it adds something to one that is there already, instead of being new itself. */
    default boolean completes() {
        return false;
    }

    /** A name made of what a record is known by, whatever the case of letters and the kind of line breaks. */
    static String name(@Nullable Object... parts) {
        return Stream.of(parts)
                .map(part -> part == null ? "" : part.toString().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
