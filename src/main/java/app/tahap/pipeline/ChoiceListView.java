package app.tahap.pipeline;

import app.tahap.web.Place;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One list on its page.
 *
 * @param offered in their order, each with its place
 */
record ChoiceListView(ChoiceList list, List<Row> offered, List<ChoiceEntry> archived) {

    static ChoiceListView of(ChoiceList list, List<ChoiceEntry> entries) {
        List<ChoiceEntry> offered =
                entries.stream().filter(entry -> !entry.archived()).toList();
        List<Long> ids = offered.stream().map(ChoiceEntry::id).toList();
        return new ChoiceListView(
                list,
                IntStream.range(0, offered.size())
                        .mapToObj(i -> new Row(offered.get(i), Place.of(ids, i)))
                        .toList(),
                entries.stream().filter(ChoiceEntry::archived).toList());
    }

    record Row(ChoiceEntry entry, Place place) {}
}
