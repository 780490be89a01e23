package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.field.CellText;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns that a file can also bring in. */
public interface ImportedSheet extends DealSheet {

    /** The key of what people call the group. */
    String title();

    /** Reads a file's cells by what is known now. */
    CellReader reader();

    /**
     * Writes what was read of new deals, by their ids and the keys of columns, with a constant number of queries, in the
     * transaction that wrote the deals. A {@link Named person} was replaced by an id. Keys of other sheets are left alone.
     */
    void write(Map<Long, Map<String, Object>> values, Viewer importer);

    /** The names that writing adds to the workspace's lists, by what is counted: the end of {@code exchange.made}'s keys. */
    default Map<String, Set<String>> additions(Collection<Map<String, Object>> values) {
        return Map.of();
    }

    /** Reads cells. */
    @FunctionalInterface
    interface CellReader {

        /** The value that a cell means, which is never blank; empty where it is none that the column can hold. */
        Optional<?> read(String key, String cell, CellText text);
    }

    /** A person, at the deal's organisation where it has one; made where nobody is called so. */
    record Named(String person) {}
}
