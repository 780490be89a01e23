package app.tahap.field;

import app.tahap.web.Place;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields of a kind of records on the settings' page.
 *
 * @param used in their order, each with its place
 */
record FieldListView(RecordKind kind, List<Row> used, List<Field> archived) {

    static FieldListView of(RecordKind kind, List<Field> all) {
        List<Field> used = all.stream().filter(field -> !field.archived()).toList();
        List<Long> ids = used.stream().map(Field::id).toList();
        return new FieldListView(
                kind,
                IntStream.range(0, used.size())
                        .mapToObj(i -> new Row(used.get(i), Place.of(ids, i)))
                        .toList(),
                all.stream().filter(Field::archived).toList());
    }

    record Row(Field field, Place place) {}
}
