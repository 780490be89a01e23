package app.tahap.deal;

import app.tahap.field.CellText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a file of records, by the keys of its columns. What cannot be read refuses the row, in words. */
public interface RecordRow {

    /** The deal to which it belongs. */
    FileDeal deal();

    /** The text in a column, without spaces around it; empty where the row tells none, or the file has no such column. */
    String text(String column);

    /** The same, refused where it is longer than so many characters. */
    String text(String column, int longest);

    /** The same, refused where it is missing. */
    String required(String column, int longest);

    /** A moment that has come already; null where none is told. */
    @Nullable Instant past(String column);

    @Nullable LocalDate date(String column);

    /** A time of day; null where none is told. */
    @Nullable LocalTime time(String column);

    /** The value that a cell says in either language, by the messages behind a prefix; another one where it says none. */
    <T extends Enum<T>> T choice(String column, String prefix, T none);

    /** The user with that name or e-mail address; empty where nobody has it, or several have, or none is told. */
    Optional<Long> user(String column);

    /** The same; where there is none, the one who imports, which is said of names that nobody has. */
    long author(String column);

    /** Reads numbers and amounts as the file writes them. */
    CellText cells();

    /** The column's heading, for words about it. */
    String heading(String column);

    /** Says something that is wrong with the row. */
    void refuse(String messageKey, Object... arguments);

    /** Says something that is taken otherwise than it stands there; {0} of the message is the number of such rows. */
    void doubt(String messageKey);
}
