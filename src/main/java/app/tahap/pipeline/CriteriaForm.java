package app.tahap.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a stage asks for, as an administrator sets it.
 *
 * @param kinds by kind, with the field's id where it is a custom field; what is not named is not asked for
 * @param texts items of the checklist by id, and new ones by names of their own; blank for none
 * @param needs of the items, by the same
 * @param version of the stage that its author saw
 */
record CriteriaForm(
        @Nullable Map<String, Need> kinds,
        @Nullable Map<String, String> texts,
        @Nullable Map<String, Need> needs,
        @Nullable Integer version) {

    static final int LONGEST = 200;
    static final int MOST = 50;
    private static final int NEW = 3;

    static CriteriaForm of(List<StageCriteria.Row> criteria, int version) {
        Map<String, Need> kinds = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Need> needs = new LinkedHashMap<>();
        for (StageCriteria.Row row : criteria) {
            if (row.isItem()) {
                texts.put(Long.toString(row.id()), Objects.requireNonNull(row.text()));
                needs.put(Long.toString(row.id()), row.need());
            } else {
                kinds.put(row.key(), row.need());
            }
        }
        return new CriteriaForm(kinds, texts, needs, version);
    }

    public @Nullable Need need(String kind) {
        return kinds == null ? null : kinds.get(kind);
    }

    /** The items as they were typed, and room for some more. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        given().forEach((name, text) -> items.add(new Item(name, text, needOf(name))));
        long blank = items.stream().filter(Item::isBlank).count();
        for (long i = blank; i < NEW; i++) {
            items.add(new Item("new-" + UUID.randomUUID(), "", Need.ADVISED));
        }
        return items;
    }

    private Map<String, String> given() {
        return texts == null ? Map.of() : texts;
    }

    private Need needOf(String name) {
        return needs == null ? Need.ADVISED : Objects.requireNonNullElse(needs.get(name), Need.ADVISED);
    }

    boolean isTooLong() {
        return items().stream().anyMatch(Item::isTooLong);
    }

    boolean hasTooMany() {
        return items().stream().filter(item -> !item.isBlank()).count() > MOST;
    }

    /** One line of the checklist. */
    record Item(String name, @Nullable String text, Need need) {

        boolean isBlank() {
            return text == null || text.isBlank();
        }

        public boolean isTooLong() {
            return !isBlank() && written().length() > LONGEST;
        }

        String written() {
            return Objects.requireNonNull(text).strip();
        }
    }
}
