package app.tahap.deal;

import app.tahap.account.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A kind of records that come in a file of their own, such as objections: a bean for each. Most belong to deals. What is
 * the same for all of them is done by whoever reads the file: its format, its headings, to which deals its rows belong,
 * what was refused and why, and the entry in the history of each deal. See decision 0500.
 */
public interface RecordFile {

    /** By which the kind is known in addresses and in the database; lasts. */
    String key();

    /**
     * The key of the kind's name, in the plural. Behind it {@code .hint} says what a row is, and {@code .event} what stands in
     * the history of a deal, and {@code .taken-back} what does once that is taken back: {0} is who did it, {1} how many, {2} the
     * name of the file; what belongs to no deal needs neither. {@code .staying} says why what somebody has touched since is not taken back; {0} is how many.
     */
    String words();

    /** The address of the file that Tahap writes of them. */
    default String exported() {
        return "/" + key() + ".csv";
    }

    /** Whether each belongs to a deal, which its row has to tell. */
    default boolean ofDeals() {
        return true;
    }

    /** In the order of that file. */
    List<RecordColumn> columns(Locale locale);

    /** Rows with the same group are read together, wherever they stand; an empty one leaves a row by itself. */
    default String group(RecordRow row) {
        return "";
    }

    /** Keeps others from adding what a file is compared with, from before it is read to be written until that is done. */
    default void hold() {}

    /** A reader for one file, which knows what the workspace has at the moment. */
    RecordReader<?> reader(Viewer importer);

    /** How what an import brought in is found again and taken back. */
    ImportedRecords imported();

    /**
     * Sees to what follows from records, once they were taken back.
     *
     * @param dealIds the deals to which they belonged
     * @param at when they were deleted
     */
    default void takenBack(long importId, Collection<Long> dealIds, Instant at) {}
}
