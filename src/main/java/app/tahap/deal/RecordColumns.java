package app.tahap.deal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;

/** Puts the columns of a file of records together, by the messages that the export writes above them. */
public final class RecordColumns {

    private static final String ID_HEADING = "ID";

    private final List<RecordColumn> columns = new ArrayList<>();
    private final SheetWords words;
    private final Locale locale;

    public RecordColumns(MessageSource messages, Locale locale) {
        this.words = new SheetWords(messages);
        this.locale = locale;
    }

    /** The record's own id. */
    public RecordColumns id() {
        return named(RecordColumn.ID, ID_HEADING);
    }

    /** What tells the deal: its id, its title, called as a message says, and its organisation. */
    public RecordColumns deal(String title) {
        return optional(RecordColumn.DEAL_ID, "deal.record.id")
                .optional(RecordColumn.DEAL, title)
                .optional(RecordColumn.ORGANIZATION, "deal.list.organization");
    }

    public RecordColumns required(String key, String message) {
        columns.add(new RecordColumn(words.column(key, locale, message), true));
        return this;
    }

    public RecordColumns optional(String key, String message) {
        columns.add(new RecordColumn(words.column(key, locale, message), false));
        return this;
    }

    /** A column that is called the same in every language. */
    public RecordColumns named(String key, String name) {
        columns.add(new RecordColumn(new SheetColumn(key, name, Set.of(name)), false));
        return this;
    }

    /** Lets the last column also be called otherwise. */
    public RecordColumns or(String heading) {
        RecordColumn last = columns.remove(columns.size() - 1);
        Set<String> names = new LinkedHashSet<>(last.sheet().names());
        names.add(heading);
        columns.add(new RecordColumn(new SheetColumn(last.key(), last.name(), names), last.required()));
        return this;
    }

    public List<RecordColumn> list() {
        return List.copyOf(columns);
    }
}
