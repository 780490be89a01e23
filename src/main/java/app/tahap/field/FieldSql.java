package app.tahap.field;

import app.tahap.account.Viewer;
import app.tahap.web.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is asked of the administrator's fields as conditions of a record. */
public final class FieldSql {

    /** By which way a query finds its records soonest. All find the same ones. */
    public enum Search {
        /** By what is asked, from which the planner chooses the way. */
        BY_VALUE,
        /** So many match that the few that are wanted are found by going through the records in order. */
        IN_ORDER,
        /** The query goes through few records only: the values of each are looked up. */
        OF_FEW
    }

    /** Characters: a part that is shorter is in most texts. */
    private static final int RARE = 3;

    private final String alias;
    private final Viewer viewer;
    private final Search search;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param alias by which the query speaks of the record's table */
    public FieldSql(List<FieldCriterion> criteria, RecordKind kind, String alias, Viewer viewer) {
        this(criteria, kind, alias, viewer, Search.BY_VALUE);
    }

    /** @param alias by which the query speaks of the record's table */
    public FieldSql(List<FieldCriterion> criteria, RecordKind kind, String alias, Viewer viewer, Search search) {
        this.alias = alias;
        this.viewer = viewer;
        this.search = search;
        Map<Long, List<FieldCriterion>> byField = criteria.stream()
                .collect(Collectors.groupingBy(FieldCriterion::field, TreeMap::new, Collectors.toList()));
        // a record of another kind may have the same id
        byField.keySet().stream()
                .map(field ->
                        "exists (select from custom_field f where f.id = %d and f.kind = '%s')".formatted(field, kind))
                .forEach(conditions::add);
        if (!criteria.stream().allMatch(each -> each.isReadable(viewer))) {
            conditions.add("false");
        } else {
            addMatching(byField);
        }
    }

    /** The values are matched with each other before the records are read, which are so much wider. */
    private void addMatching(Map<Long, List<FieldCriterion>> byField) {
        String matching = "";
        for (Map.Entry<Long, List<FieldCriterion>> entry : byField.entrySet()) {
            if (search == Search.OF_FEW) {
                conditions.add("(select true from custom_field_value v where v.record_id = %s.id and %s limit 1)"
                        .formatted(alias, values(entry)));
            } else if (isCommon(entry.getValue())) {
                conditions.add(oneOf(records(entry, ""), true));
            } else {
                matching = records(entry, matching.isEmpty() ? "" : " and v.record_id in (" + matching + ")");
            }
        }
        if (!matching.isEmpty()) {
            conditions.add(oneOf(matching, search == Search.IN_ORDER));
        }
    }

    /** "Is true" keeps the planner from looking up each of very many records, which it cannot know there are. */
    private String oneOf(String records, boolean inOrder) {
        return (inOrder ? "(%s.id in (%s)) is true" : "%s.id in (%s)").formatted(alias, records);
    }

    private String records(Map.Entry<Long, List<FieldCriterion>> asked, String others) {
        return "select v.record_id from custom_field_value v where %s%s".formatted(values(asked), others);
    }

    private String values(Map.Entry<Long, List<FieldCriterion>> asked) {
        return asked.getValue().stream()
                .map(this::condition)
                .collect(Collectors.joining(" and ", "v.field_id = " + asked.getKey() + " and ", ""));
    }

    private static boolean isCommon(List<FieldCriterion> asked) {
        return asked.stream()
                .anyMatch(each ->
                        each.kind() == FieldCriterion.Kind.TEXT && each.asked().length() < RARE);
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
