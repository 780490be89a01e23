package app.tahap.deal;

import app.tahap.account.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the records of one file. */
public interface RecordReader<T extends FileRecord> {

    /**
     * The record that rows tell: one row, unless the kind groups them. Everything wrong is told to the rows at once; what is
     * returned counts only where nothing was.
     */
    Optional<T> read(List<RecordRow> rows);

    /** All names, as in {@link FileRecord#sought()}, of the records that these deals have. */
    Set<String> present(Collection<Long> dealIds);

    /**
     * Writes new records with a number of queries that does not depend on theirs, in the transaction that calls it. Nobody is
     * told or sent anything, and nothing is set off by what happened elsewhere, and some time ago.
     *
     * @param importId the import, by which they are found again to take them back
     */
    void write(List<T> records, Viewer importer, long importId);
}
