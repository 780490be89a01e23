package app.tahap.deal;

import app.tahap.web.Address;
import app.tahap.web.Show;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Says what a list of deals is limited to beside what its filter shows at a glance, so that nobody takes the deals behind one
 * figure for all there are.
 */
@Repository
class DealConditions {

    private static final String NAMES = """
            select 'team' as name, name as value from team where id = :team
            union all select 'stage', name from stage where id = :stage
            union all select 'organization', name from organization where id = :organization
            union all select 'person', name from person where id = :person
            union all select 'source', label from lead_source where id = :source
            union all select 'reason', label from outcome_reason where id = :reason
            union all select 'imported', file_name from deal_import where id = :imported
            union all select 'entered', name from stage where id = :entered
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    DealConditions(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** One query for all names, and none where no link led here. */
    List<DealCondition> of(DealCriteria criteria, Address address, Locale locale) {
        Address here = address.without("page");
        List<DealCondition> conditions = new ArrayList<>();
        names(criteria)
                .forEach((name, value) -> conditions.add(condition(
                        name, name.equals("entered") ? value + " " + when(criteria.entered(), locale) : value, here)));
        if (criteria.currency() != null) {
            conditions.add(condition("currency", criteria.currency(), here));
        }
        if (criteria.outcome() != null && criteria.outcome().size() > 1) {
            String outcomes = criteria.outcome().stream()
                    .sorted()
                    .map(outcome -> say("deal.outcome." + outcome, locale))
                    .collect(Collectors.joining(", "));
            conditions.add(condition("outcome", outcomes, here));
        }
        conditions.addAll(amounts(criteria, here, locale));
        Stream.of("created", "expected", "closed")
                .filter(name -> criteria.dates(name).isLimited())
                .map(name -> new DealCondition(
                        "deal.list." + name,
                        range(criteria.dates(name), locale),
                        here.without(name + ".from").without(name + ".to").toString()))
                .forEach(conditions::add);
        conditions.addAll(traits(criteria, here, locale));
        return conditions;
    }

    private static List<DealCondition> amounts(DealCriteria criteria, Address here, Locale locale) {
        Show show = new Show(locale);
        List<DealCondition> conditions = new ArrayList<>();
        if (criteria.amountMin() != null) {
            conditions.add(new DealCondition(
                    "deal.filter.amountMin",
                    show.number(criteria.amountMin()),
                    here.without("amountMin").toString()));
        }
        if (criteria.amountMax() != null) {
            conditions.add(new DealCondition(
                    "deal.filter.amountMax",
                    show.number(criteria.amountMax()),
                    here.without("amountMax").toString()));
        }
        return conditions;
    }

    private List<DealCondition> traits(DealCriteria criteria, Address here, Locale locale) {
        return Stream.of(DealTrait.values())
                .filter(trait -> trait != DealTrait.DELETED && criteria.has(trait))
                .map(trait -> new DealCondition(
                        "deal.list.state",
                        say("deal.trait." + trait, locale),
                        here.without("only", trait).toString()))
                .toList();
    }

    private static DealCondition condition(String name, String value, Address here) {
        Address without = name.equals("entered")
                ? here.without("entered.stage").without("entered.from").without("entered.to")
                : here.without(name);
        return new DealCondition("deal.list." + name, value, without.toString());
    }

    private Map<String, String> names(DealCriteria criteria) {
        StageEntry entered = criteria.entered();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, @Nullable Long> ids = new HashMap<>();
        ids.put("team", criteria.team());
        ids.put("stage", criteria.stage());
        ids.put("organization", criteria.organization());
        ids.put("person", criteria.person());
        ids.put("source", criteria.source());
        ids.put("reason", criteria.reason());
        ids.put("imported", criteria.imported());
        ids.put("entered", entered == null ? null : entered.stage());
        if (ids.values().stream().anyMatch(Objects::nonNull)) {
            JdbcClient.StatementSpec statement = jdbc.sql(NAMES);
            ids.forEach((name, id) -> statement.param(name, id, Types.BIGINT));
            statement.query(row -> {
                names.put(row.getString("name"), row.getString("value"));
            });
        }
        return names;
    }

    /** From when to when a stage was entered, in brackets; nothing where that does not matter. */
    private static String when(@Nullable StageEntry entered, Locale locale) {
        DateRange range = entered == null ? DateRange.UNLIMITED : new DateRange(entered.from(), entered.to());
        return range.isLimited() ? "(" + range(range, locale) + ")" : "";
    }

    private static String range(DateRange range, Locale locale) {
        Show show = new Show(locale);
        return "%s – %s"
                .formatted(show.date(range.from()), show.date(range.to()))
                .strip();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
