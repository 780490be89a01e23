package app.tahap.deal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the team's own marks on deals. Its colour follows from its id, and its name stands beside it always. */
record Tag(long id, String label) {

    /** The tags of {@code deal d} by name as one text, from which {@link #list} reads them; null where it has none. */
    static final String LIST = """
            (select string_agg(t.id || ' ' || translate(t.label, chr(31), ''), chr(31) order by lower(t.label))
               from tag t where t.id = any(d.tag_ids))""";

    private static final String SEPARATOR = "\u001F";
    private static final int HUES = 8;

    static List<Tag> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(SEPARATOR)).map(Tag::read).toList();
    }

    private static Tag read(String text) {
        int blank = text.indexOf(' ');
        return new Tag(Long.parseLong(text.substring(0, blank)), text.substring(blank + 1));
    }

    /** As they stand in a file. */
    static String join(List<Tag> tags) {
        return tags.stream().map(Tag::label).collect(Collectors.joining(", "));
    }

    public int hue() {
        return (int) (id % HUES);
    }
}
