package app.tahap.deal;

import java.util.Set;

/**
 * A column that a module adds to files of deals.
 *
 * @param key by which it is remembered; no other column has it
 * @param name its heading, in the language that was asked for
 * @param names all headings by which it is recognised, whatever their case: how it was written in any language
 */
public record SheetColumn(String key, String name, Set<String> names) {

    /** Whether a file's column with that heading holds this one. */
    public boolean isNamed(String heading) {
        String plain = heading.strip();
        return names.stream().anyMatch(plain::equalsIgnoreCase);
    }
}
