package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is asked of the administrator's fields as conditions of {@code deal d}, one for each field. */
final class FieldSql {

    /** Characters: a part that is shorter is in most texts. */
    private static final int RARE = 3;

    private final Viewer viewer;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    FieldSql(List<FieldCriterion> criteria, Viewer viewer) {
        this.viewer = viewer;
        Map<Long, List<FieldCriterion>> byField = criteria.stream()
                .collect(Collectors.groupingBy(FieldCriterion::field, TreeMap::new, Collectors.toList()));
        byField.forEach((field, asked) -> conditions.add(condition(field, asked)));
    }

    private String condition(long field, List<FieldCriterion> asked) {
        if (!asked.stream().allMatch(each -> each.isReadable(viewer))) {
            return "false";
        }
        String matching = "d.id in (select v.record_id from custom_field_value v where v.field_id = %d and %s)"
                .formatted(field, asked.stream().map(this::condition).collect(Collectors.joining(" and ")));
        boolean common = asked.stream()
                .anyMatch(each ->
                        each.kind() == FieldCriterion.Kind.TEXT && each.asked().length() < RARE);
        // "is true" keeps the planner from looking up each of very many deals, which it cannot know there are
        return common ? "(" + matching + ") is true" : matching;
    }

    List<String> conditions() {
        return conditions;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Each speaks of the column in a way that the column's partial index serves. */
    private String condition(FieldCriterion criterion) {
        String name = "field" + criterion.field() + criterion.kind();
        return switch (criterion.kind()) {
            case MIN -> with(name, criterion.number(viewer).orElseThrow(), "v.number >= :" + name);
            case MAX -> with(name, criterion.number(viewer).orElseThrow(), "v.number <= :" + name);
            case FROM ->
                with(name, criterion.date().orElseThrow().toString(), "v.number is null and v.text >= :" + name);
            case TO -> with(name, criterion.date().orElseThrow().toString(), "v.number is null and v.text <= :" + name);
            case TEXT ->
                with(name, SearchText.anywhere(criterion.asked()), "v.number is null and lower(v.text) like :" + name);
            case ANY ->
                criterion.ids().stream().map(String::valueOf).collect(Collectors.joining(", ", "v.number in (", ")"));
        };
    }

    private String with(String name, Object value, String condition) {
        parameters.put(name, value);
        return condition;
    }
}
