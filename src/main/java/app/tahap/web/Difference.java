package app.tahap.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where something is by now unlike what somebody typed about an earlier state of it.
 *
 * @param label the key of the field's name, or the name itself where an administrator gave it
 */
public record Difference(
        String label, @Nullable String now, @Nullable String typed) {

    /** Collects differences; a blank text is as good as none. */
    public static final class Collector {

        private final List<Difference> found = new ArrayList<>();

        public Collector add(String label, @Nullable Object now, @Nullable Object typed) {
            Difference difference = new Difference(label, text(now), text(typed));
            if (!Objects.equals(difference.now(), difference.typed())) {
                found.add(difference);
            }
            return this;
        }

        public List<Difference> found() {
            return List.copyOf(found);
        }

        private static @Nullable String text(@Nullable Object value) {
            String text = value == null ? "" : value.toString().strip();
            return text.isEmpty() ? null : text;
        }
    }
}
