package app.tahap.deal;

import app.tahap.account.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the records of one file. */
public interface RecordReader<T extends FileRecord> {

    /**
     * The record that rows tell: one row, unless the kind groups them. Everything wrong is told to the rows at once; what is
     * returned counts only where nothing was.
     */
    Optional<T> read(List<RecordRow> rows);

    /** All names, as in {@link FileRecord#sought()}, of the records that are there, as far as some that were read may be those. */
    Set<String> present(List<T> read);

    /** What else comes with new records, by the ends of {@code exchange.record}'s keys: how many of it. */
    default Map<String, Integer> more(List<T> fresh) {
        return Map.of();
    }

    /**
     * Writes new records, and what completes those that are there, with a number of queries that does not depend on theirs, in the transaction that calls it. Nobody is
     * told or sent anything, and nothing is set off by what happened elsewhere, and some time ago.
     *
     * @param importId the import, by which they are found again to take them back
     */
    void write(List<T> records, Viewer importer, long importId);
}
