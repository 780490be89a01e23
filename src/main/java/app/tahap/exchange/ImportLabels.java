package app.tahap.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the sources of deals and the reasons for their outcomes by label, whatever the case, and makes those missing. */
@Repository
class ImportLabels {

    private final JdbcClient jdbc;

    ImportLabels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    /** All sources, archived ones too, by {@link #key}. */
    Map<String, Long> sources() {
        return byKey("select id, label from lead_source order by archived_at nulls first, id", "");
    }

    /** All reasons for an outcome, archived ones too, by {@link #key}. */
    Map<String, Long> reasons(String outcome) {
        return byKey(
                "select id, label from outcome_reason where outcome = :outcome order by archived_at nulls first, id",
                outcome);
    }

    private Map<String, Long> byKey(String sql, String outcome) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(sql).param("outcome", outcome).query(row -> {
            ids.putIfAbsent(key(row.getString("label")), row.getLong("id"));
        });
        return ids;
    }

    void createSource(String label) {
        jdbc.sql(
                        "insert into lead_source (label, position) select :label, coalesce(max(position), 0) + 1 from lead_source")
                .param("label", label)
                .update();
    }

    void createReason(String outcome, String label) {
        jdbc.sql("""
                        insert into outcome_reason (outcome, label, position)
                        select :outcome, :label, coalesce(max(position), 0) + 1 from outcome_reason where outcome = :outcome
                        """).param("outcome", outcome).param("label", label).update();
    }

    /** The labels that are not there yet, without repetition whatever their case. */
    static Set<String> missing(Collection<String> labels, Map<String, Long> known) {
        Map<String, String> missing = new HashMap<>();
        labels.stream()
                .filter(label -> !label.isEmpty() && !known.containsKey(key(label)))
                .forEach(label -> missing.putIfAbsent(key(label), label));
        return new LinkedHashSet<>(missing.values());
    }
}
