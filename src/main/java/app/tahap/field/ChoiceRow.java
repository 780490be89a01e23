package app.tahap.field;

import app.tahap.web.Place;
import java.util.List;
import java.util.stream.IntStream;

/** A choice on offer with its place in the list. */
record ChoiceRow(FieldChoice choice, Place place) {

    static List<ChoiceRow> of(Field field) {
        List<FieldChoice> offered = field.offered();
        List<Long> ids = offered.stream().map(FieldChoice::id).toList();
        return IntStream.range(0, offered.size())
                .mapToObj(i -> new ChoiceRow(offered.get(i), Place.of(ids, i)))
                .toList();
    }
}
