package app.tahap.deal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a module adds to files of deals; a bean for each group of columns. */
public interface DealSheet {

    /** The columns there are at the moment, in their order, with their headings in a language. */
    List<SheetColumn> columns(Locale locale);

    /**
     * What deals have in the columns, by deal and key of the column, with a constant number of queries; what is left out
     * stays empty. Whoever asks has made sure that the deals may be seen.
     */
    Map<Long, Map<String, Object>> cells(Collection<Long> dealIds, Locale locale);
}
