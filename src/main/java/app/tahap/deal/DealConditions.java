package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.field.FieldFilters;
import app.tahap.field.RecordKind;
import app.tahap.web.Address;
import app.tahap.web.Condition;
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

    /** Names of teams and of imports' files only for whom the pages of teams and imports would tell them. */
    private static final String NAMES = """
            select 'team' as name, name as value from team where id = :team and (:everyone or id = :viewerTeam)
            union all select 'stage', name from stage where id = :stage
            union all select 'organization', name from organization where id = :organization
            union all select 'person', name from person where id = :person
            union all select 'source', label from lead_source where id = :source
            union all select 'campaign', name from campaign where id = :campaign
            union all select 'tag', label from tag where id = :tag
            union all select 'reason', label from outcome_reason where id = :reason
            union all select 'competitor', label from competitor where id = :competitor
            union all select 'need', label from need where id = :need
            union all select 'imported', file_name from deal_import
                 where id = :imported and (:administrator or (:manager and uploaded_by = :viewer))
            union all select 'entered', name from stage where id = :entered
            union all select 'left', name from stage where id = :left
            union all select 'open', name from stage where id = :open
            union all select 'objection', label from objection_type where id = :objection
            union all select 'objectionStage', name from stage where id = :objectionStage
            """;

    /** What a deal went through, and the parts of its parameters. */
    private static final Map<String, List<String>> HISTORY = Map.of(
            "entered", List.of("stage", "from", "to", "next", "then"),
            "left", List.of("stage", "from", "to"),
            "open", List.of("on", "stage"),
            "objection", List.of("type", "stage", "from", "to"),
            "objectionStage", List.of());

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final FieldFilters fields;
    private final Owners owners;

    DealConditions(JdbcClient jdbc, MessageSource messages, FieldFilters fields, Owners owners) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.fields = fields;
        this.owners = owners;
    }

    /** One query for all names, and none where no link led here; two more where something is asked of fields. */
    List<Condition> of(DealCriteria criteria, Address address, Viewer viewer) {
        Locale locale = viewer.locale();
        Address here = address.without("page");
        List<Condition> conditions = new ArrayList<>();
        Map<String, String> names = names(criteria, viewer);
        if (criteria.team() != null) {
            names.putIfAbsent("team", say("deal.filter.kept.team", locale));
        }
        if (criteria.imported() != null) {
            names.putIfAbsent("imported", say("deal.list.imported.file", locale));
        }
        names.forEach((name, value) -> {
            if (!HISTORY.containsKey(name)) {
                conditions.add(condition(name, value, here));
            }
        });
        conditions.addAll(history(criteria, names, here, locale));
        if (criteria.organizationText() != null && !criteria.organizationText().isBlank()) {
            conditions.add(new Condition(
                    "deal.list.organization",
                    "“" + criteria.organizationText().strip() + "”",
                    here.without("organizationText").toString()));
        }
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
                .map(name -> new Condition(
                        "deal.list." + name,
                        range(criteria.dates(name), locale),
                        here.without(name + ".from").without(name + ".to").toString()))
                .forEach(conditions::add);
        if (criteria.asksOfFields()) {
            conditions.addAll(FieldFilters.conditions(
                    fields.of(RecordKind.DEAL, criteria.fields(), owners.choices(viewer)), here, viewer));
        }
        conditions.addAll(traits(criteria, here, locale));
        return conditions;
    }

    private static List<Condition> amounts(DealCriteria criteria, Address here, Locale locale) {
        Show show = new Show(locale);
        Map<String, Number> limits = new LinkedHashMap<>();
        put(limits, "amountMin", criteria.amountMin());
        put(limits, "amountMax", criteria.amountMax());
        put(limits, "scoreMin", criteria.scoreMin());
        put(limits, "scoreMax", criteria.scoreMax());
        return limits.entrySet().stream()
                .map(limit -> new Condition(
                        "deal.filter." + limit.getKey(),
                        show.number(limit.getValue()),
                        here.without(limit.getKey()).toString()))
                .toList();
    }

    private static void put(Map<String, Number> limits, String name, @Nullable Number limit) {
        if (limit != null) {
            limits.put(name, limit);
        }
    }

    private List<Condition> traits(DealCriteria criteria, Address here, Locale locale) {
        return Stream.of(DealTrait.values())
                .filter(trait -> trait != DealTrait.DELETED && criteria.has(trait))
                .map(trait -> new Condition(
                        "deal.list.state",
                        say("deal.trait." + trait, locale),
                        here.without("only", trait).toString()))
                .toList();
    }

    /** What a deal went through, from which stage to which date. */
    private List<Condition> history(DealCriteria criteria, Map<String, String> names, Address here, Locale locale) {
        List<Condition> conditions = new ArrayList<>();
        StageEntry entered = criteria.entered();
        if (entered != null) {
            String then = entered.then() == null ? "" : say("deal.progress." + entered.then(), locale);
            String range = inBrackets(new DateRange(entered.from(), entered.to()), locale);
            conditions.add(past("entered", here, names.get("entered"), range, then));
        }
        StageExit left = criteria.left();
        if (left != null) {
            conditions.add(
                    past("left", here, names.get("left"), inBrackets(new DateRange(left.from(), left.to()), locale)));
        }
        OpenAt open = criteria.open();
        if (open != null) {
            conditions.add(past("open", here, new Show(locale).date(open.on()), names.get("open")));
        }
        ObjectionRaised objection = criteria.objection();
        if (objection != null) {
            String stage = names.get("objectionStage");
            conditions.add(past(
                    "objection",
                    here,
                    names.get("objection"),
                    stage == null ? null : "· " + stage,
                    inBrackets(new DateRange(objection.from(), objection.to()), locale)));
        }
        return conditions;
    }

    private static Condition past(String name, Address here, @Nullable String... words) {
        Address without = here;
        for (String part : HISTORY.getOrDefault(name, List.of())) {
            without = without.without(name + "." + part);
        }
        String value =
                Stream.of(words).filter(word -> word != null && !word.isEmpty()).collect(Collectors.joining(" "));
        return new Condition("deal.list." + name, value, without.toString());
    }

    private static Condition condition(String name, String value, Address here) {
        return new Condition("deal.list." + name, value, here.without(name).toString());
    }

    private Map<String, String> names(DealCriteria criteria, Viewer viewer) {
        StageEntry entered = criteria.entered();
        StageExit left = criteria.left();
        OpenAt open = criteria.open();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, @Nullable Long> ids = new HashMap<>();
        ids.put("team", criteria.team());
        ids.put("stage", criteria.stage());
        ids.put("organization", criteria.organization());
        ids.put("person", criteria.person());
        ids.put("source", criteria.source());
        ids.put("campaign", criteria.campaign());
        ids.put("tag", criteria.tag());
        ids.put("reason", criteria.reason());
        ids.put("competitor", criteria.competitor());
        ids.put("need", criteria.need());
        ids.put("imported", criteria.imported());
        ids.put("entered", entered == null ? null : entered.stage());
        ids.put("left", left == null ? null : left.stage());
        ids.put("open", open == null ? null : open.stage());
        ObjectionRaised objection = criteria.objection();
        ids.put("objection", objection == null ? null : objection.type());
        ids.put("objectionStage", objection == null ? null : objection.stage());
        if (ids.values().stream().anyMatch(Objects::nonNull)) {
            JdbcClient.StatementSpec statement = jdbc.sql(NAMES)
                    .param("everyone", viewer.visibility() == Visibility.EVERYONE)
                    .param("viewerTeam", viewer.teamId(), Types.BIGINT)
                    .param("administrator", viewer.isAdministrator())
                    .param("manager", viewer.isManager())
                    .param("viewer", viewer.id());
            ids.forEach((name, id) -> statement.param(name, id, Types.BIGINT));
            statement.query(row -> {
                names.put(row.getString("name"), row.getString("value"));
            });
        }
        return names;
    }

    private static String inBrackets(DateRange range, Locale locale) {
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
