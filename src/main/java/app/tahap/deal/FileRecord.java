package app.tahap.deal;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record of a deal as a file tells it. */
public interface FileRecord {

    long dealId();

    /** Names by which it is looked for: where one of them is there already, so is the record. */
    Collection<String> sought();

    /** Names by which later rows of the same file find it. */
    Collection<String> known();

    /** A name made of what a record is known by, whatever the case of letters and the kind of line breaks. */
    static String name(@Nullable Object... parts) {
        return Stream.of(parts)
                .map(part -> part == null ? "" : part.toString().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
