package app.tahap.exchange;

import app.tahap.exchange.ImportResult.Group;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what comes of the rows. */
final class Tally {

    private final Set<String> counted = new HashSet<>();
    private final Map<String, Integer> warnings;
    private final Map<String, Group> groups;
    private int created;
    private int present;
    private int refused;
    private int organizations;
    private int people;
    private int owners;
    private int reasons;
    private int sources;
    private final Map<String, Integer> more;

    /** Goes on counting from an earlier result. */
    Tally(ImportResult from) {
        created = from.created();
        present = from.present();
        refused = from.refused();
        organizations = from.organizations();
        people = from.people();
        owners = from.owners();
        reasons = from.reasons();
        sources = from.sources();
        more = new TreeMap<>(from.more());
        warnings = new TreeMap<>(from.warnings());
        groups = new HashMap<>(from.groups());
    }

    void present() {
        present++;
    }

    void refused() {
        refused++;
    }

    void created(ReadRow row, DealDraft draft) {
        created++;
        row.warnings().forEach(this::warn);
        groups.merge(draft.group(), group(draft), Tally::plus);
    }

    void warn(String kind) {
        warnings.merge(kind, 1, Integer::sum);
    }

    /** Counts names that nobody had yet; in a dry run the same ones are missing again and again. */
    void named(NewNames names) {
        organizations += newOnes("organization", names.organizations());
        people += newOnes("person", names.people());
        reasons += newOnes("reason", names.reasons());
        sources += newOnes("source", names.sources());
        named(names.more());
    }

    /** As {@link #named(NewNames)} for names by what is counted. */
    void named(Map<String, Set<String>> names) {
        names.forEach((kind, all) -> {
            int added = newOnes(kind, all);
            if (added > 0) {
                more.merge(kind, added, Integer::sum);
            }
        });
    }

    /** Counts names for which a user has to be made, as {@link #named} does. */
    void unknownOwners(Collection<String> names) {
        owners += (int)
                names.stream().filter(name -> counted.add("owner " + name)).count();
    }

    private int newOnes(String kind, Collection<String> names) {
        return (int) names.stream()
                .filter(name -> counted.add(kind + " " + name.toLowerCase(Locale.ROOT)))
                .count();
    }

    private static Group group(DealDraft draft) {
        return new Group(1, draft.amount() == null ? Map.of() : Map.of(draft.currency(), draft.amount()));
    }

    private static Group plus(Group one, Group other) {
        Map<String, BigDecimal> amounts = new TreeMap<>(one.amounts());
        other.amounts().forEach((currency, amount) -> amounts.merge(currency, amount, BigDecimal::add));
        return new Group(one.deals() + other.deals(), amounts);
    }

    ImportResult result() {
        return new ImportResult(
                created, present, refused, organizations, people, owners, reasons, sources, more, warnings, groups);
    }

    /**
     * Names that something has to be made for.
     *
     * @param more by what is counted: the end of {@code exchange.made}'s keys
     */
    record NewNames(
            Set<String> organizations,
            Set<String> people,
            Set<String> reasons,
            Set<String> sources,
            Map<String, Set<String>> more) {}
}
