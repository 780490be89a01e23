package app.tahap.exchange;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of the rows so far, or would come of them.
 *
 * @param created new deals or records
 * @param present rows whose deal or record was there already
 * @param refused rows with something wrong
 * @param more what else is new, by the ends of {@code exchange.made}'s keys, or of {@code exchange.record}'s; empty in results of older imports
 * @param warnings for each kind of doubt the number of rows
 * @param groups the new deals by outcome or, while open, by stage id
 */
record ImportResult(
        int created,
        int present,
        int refused,
        int organizations,
        int people,
        int owners,
        int reasons,
        int sources,
        Map<String, Integer> more,
        Map<String, Integer> warnings,
        Map<String, Group> groups) {

    ImportResult(
            int created,
            int present,
            int refused,
            int organizations,
            int people,
            int owners,
            int reasons,
            int sources,
            @Nullable Map<String, Integer> more,
            Map<String, Integer> warnings,
            Map<String, Group> groups) {
        this.created = created;
        this.present = present;
        this.refused = refused;
        this.organizations = organizations;
        this.people = people;
        this.owners = owners;
        this.reasons = reasons;
        this.sources = sources;
        this.more = more == null ? Map.of() : more;
        this.warnings = warnings;
        this.groups = groups;
    }

    /** How many records are written: new ones, and such as are completed. */
    public int written() {
        return created + more.getOrDefault("completed", 0);
    }

    /** Before the first row. */
    static final ImportResult NONE = new ImportResult(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());

    /** A number of deals and what they are worth in each currency. */
    record Group(int deals, Map<String, BigDecimal> amounts) {}
}
