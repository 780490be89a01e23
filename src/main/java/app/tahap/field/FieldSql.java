package app.tahap.field;

import app.tahap.account.Viewer;
import app.tahap.web.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is asked of the administrator's fields as conditions of a record, one for each field. */
public final class FieldSql {

    /** Characters: a part that is shorter is in most texts. */
    private static final int RARE = 3;

    private final String alias;
    private final Viewer viewer;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param alias by which the query speaks of the record's table */
    public FieldSql(List<FieldCriterion> criteria, RecordKind kind, String alias, Viewer viewer) {
        this.alias = alias;
        this.viewer = viewer;
        Map<Long, List<FieldCriterion>> byField = criteria.stream()
                .collect(Collectors.groupingBy(FieldCriterion::field, TreeMap::new, Collectors.toList()));
        byField.forEach((field, asked) -> {
            // a record of another kind may have the same id
            conditions.add(
                    "exists (select from custom_field f where f.id = %d and f.kind = '%s')".formatted(field, kind));
            conditions.add(condition(field, asked));
        });
    }

    private String condition(long field, List<FieldCriterion> asked) {
        if (!asked.stream().allMatch(each -> each.isReadable(viewer))) {
            return "false";
        }
        String matching = "%s.id in (select v.record_id from custom_field_value v where v.field_id = %d and %s)"
                .formatted(alias, field, asked.stream().map(this::condition).collect(Collectors.joining(" and ")));
        boolean common = asked.stream()
                .anyMatch(each ->
                        each.kind() == FieldCriterion.Kind.TEXT && each.asked().length() < RARE);
        // "is true" keeps the planner from looking up each of very many records, which it cannot know there are
        return common ? "(" + matching + ") is true" : matching;
    }

    public List<String> conditions() {
        return conditions;
    }

    public Map<String, Object> parameters() {
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
