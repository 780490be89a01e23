package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.field.FieldCriterion;
import app.tahap.field.FieldSql;
import app.tahap.field.RecordKind;
import app.tahap.web.SearchText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place where criteria and a viewer's access become SQL. Conditions are added only for what is asked, so that an
 * unfiltered board needs nothing but an index.
 *
 * <p>The conditions speak of {@code deal d}. Where {@link DealTrait traits} are asked for, the query must also join what
 * they speak of, and set the parameter {@code now}.
 */
public final class DealSql {

    /** Needs the parameter {@code now}. */
    public static final String DAYS_IN_STAGE = "date_part('epoch', :now - d.stage_entered_at) / 86400";

    /** True for an open deal of which an import tells the stage but not since when it is there: nobody knows its days. */
    public static final String ENTRY_UNKNOWN =
            "exists (select from stage_stay y where y.deal_id = d.id and y.left_at is null and not y.stage_known)";

    /** True for a closed deal of which an import does not tell in which stage it was; it stands in the first. */
    static final String STAGE_UNKNOWN = """
            (d.import_id is not null and d.outcome <> 'OPEN'
             and (select e.stage_known from stage_stay y join deal_event e on e.id = y.left_by
                   where y.deal_id = d.id order by y.entered_by desc limit 1) is false)""";

    /** True for a deal that is there a second time: it was taken back, and its file imported again. */
    static final String REPLACED = """
            exists (select from deal o where o.external_id = d.external_id and o.deleted_at is null and o.id <> d.id)""";

    /** True for an open deal that is longer in its stage than the stage's limit, or than won deals mostly stayed. */
    public static final String ROTTING = longerThan("coalesce(s.rotting_days, p.p80_days)");

    /** True for an open deal that is longer in its stage than four of five stays of won deals. */
    static final String SLOW = longerThan("p.p80_days");

    static final String WITHOUT_NEXT_STEP = """
            d.next_step_due is null
             and exists (select from stage_tool t where t.stage_id = d.stage_id and t.tool = 'ACTIVITIES')""";

    /** By when the next step is due, on the workspace's clock; without a time of its own, when the day ends. */
    static final String NEXT_STEP_DUE = "(d.next_step_due + coalesce(d.next_step_time, time '24:00'))";

    /**
     * What one unit of the deal's currency is worth in the base currency: at its closing, which later rates do not change,
     * or in {@code rates_on(today) r} while it is open.
     */
    public static final String RATE = "case d.outcome when 'OPEN' then r.rate else d.rate end";

    /** A closed deal counts for who owned it at its closing, an open one for its owner. */
    private static final String ATTRIBUTED = "coalesce(d.closing_owner_id, d.owner_id)";

    /** What {@code deal_loss l} tells of a deal that is lost: of several losses the last one that was not taken back. */
    public static final String LOSS = """
            l.deal_id = d.id and d.outcome = 'LOST'
             and l.event_id = (select max(e.id) from effective_deal_event e where e.deal_id = d.id and e.kind = 'LOST')""";

    private static final String LOST_TO =
            "d.id in (select l.deal_id from deal_loss l where l.competitor_id = :competitor)"
                    + " and exists (select from deal_loss l where l.competitor_id = :competitor and " + LOSS + ")";

    private static final String OF_ORGANIZATION =
            "d.organization_id in (select id from organization where lower(name) like :%s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final Viewer viewer;

    private static String longerThan(String days) {
        return DAYS_IN_STAGE + " > " + days + " and not " + ENTRY_UNKNOWN;
    }

    private DealSql(Viewer viewer) {
        this.viewer = viewer;
    }

    /**
     * @param today the date in the viewer's zone, by which a deal sleeps or is awake
     */
    public static DealSql of(DealCriteria criteria, Viewer viewer, LocalDate today) {
        return of(criteria, viewer, today, FieldSql.Search.BY_VALUE);
    }

    static DealSql of(DealCriteria criteria, Viewer viewer, LocalDate today, FieldSql.Search search) {
        DealSql sql = new DealSql(viewer);
        sql.visible();
        sql.standing(criteria, today);
        sql.attribution(criteria);
        sql.references(criteria);
        sql.objected(criteria.objection());
        sql.text(criteria.text());
        sql.amounts(criteria);
        sql.dates(criteria);
        sql.fields(criteria, search);
        return sql;
    }

    /** Only the access: what a viewer may see, deleted or not. */
    public static DealSql visibleTo(Viewer viewer) {
        DealSql sql = new DealSql(viewer);
        sql.conditions.add("true");
        sql.visible();
        return sql;
    }

    /** Conditions joined by "and"; never empty. */
    public String where() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    private void visible() {
        if (viewer.visibility() == Visibility.TEAM && viewer.teamId() != null) {
            add("d.owner_id in (select id from users where team_id = :viewerTeam)", "viewerTeam", viewer.teamId());
        } else if (viewer.visibility() != Visibility.EVERYONE) {
            add("d.owner_id = :viewer", "viewer", viewer.id());
        }
    }

    private void standing(DealCriteria criteria, LocalDate today) {
        if (!criteria.isDeleted()) {
            conditions.add("d.deleted_at is null");
        }
        if (criteria.outcome() != null && !criteria.outcome().isEmpty()) {
            // written out, not as parameters: the planner must see which partial index serves
            conditions.add(criteria.outcome().stream()
                    .map(outcome -> "'" + outcome.name() + "'")
                    .sorted()
                    .collect(Collectors.joining(", ", "d.outcome in (", ")")));
        }
        if (criteria.only() != null) {
            parameters.put("today", today);
            parameters.put("zone", viewer.zone().getId());
            criteria.only().stream().sorted().map(DealTrait::condition).forEach(conditions::add);
        }
    }

    private void attribution(DealCriteria criteria) {
        HistorySql history = new HistorySql(criteria, viewer);
        conditions.addAll(history.conditions());
        parameters.putAll(history.parameters());
        if (history.conditions().isEmpty()) {
            add("d.pipeline_id = :pipeline", "pipeline", criteria.pipeline());
            add(ATTRIBUTED + " = :owner", "owner", criteria.owner());
            add(ATTRIBUTED + " in (select id from users where team_id = :team)", "team", criteria.team());
        }
    }

    private void references(DealCriteria criteria) {
        add("d.stage_id = :stageId", "stageId", criteria.stage());
        add("d.organization_id = :organization", "organization", criteria.organization());
        if (criteria.organizationText() != null && !criteria.organizationText().isBlank()) {
            // "is true" keeps the planner from a join that would search all names anew for each of a board's columns
            add(
                    "(" + OF_ORGANIZATION.formatted("organizationText") + ") is true",
                    "organizationText",
                    SearchText.anywhere(criteria.organizationText()));
        }
        add("d.person_id = :person", "person", criteria.person());
        add("d.source_id = :source", "source", criteria.source());
        add("d.campaign_id = :campaign", "campaign", criteria.campaign());
        add("d.tag_ids <> '{}' and d.tag_ids @> array[:tag::bigint]", "tag", criteria.tag());
        add("d.reason_id = :reason", "reason", criteria.reason());
        add(LOST_TO, "competitor", criteria.competitor());
        add("d.id in (select deal_id from deal_need where need_id = :need)", "need", criteria.need());
        add("d.import_id = :imported", "imported", criteria.imported());
        add("d.currency = :currency", "currency", criteria.currency());
    }

    /** One objection must be all that is asked of it. */
    private void objected(@Nullable ObjectionRaised objection) {
        if (objection != null) {
            List<String> outer = List.copyOf(conditions);
            conditions.clear();
            add("o.type_id = :objectionType", "objectionType", objection.type());
            add("o.stage_id = :objectionStage", "objectionStage", objection.stage());
            from("o.raised_at >= :objectionFrom", "objectionFrom", objection.from());
            until("o.raised_at < :objectionTo", "objectionTo", objection.to());
            List<String> asked = List.copyOf(conditions);
            conditions.clear();
            conditions.addAll(outer);
            if (!asked.isEmpty()) {
                conditions.add("d.id in (select o.deal_id from objection o where o.deleted_at is null and "
                        + String.join(" and ", asked) + ")");
            }
        }
    }

    private void text(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            add(
                    "(lower(d.title) like :text or " + OF_ORGANIZATION.formatted("text")
                            + " or d.person_id in (select id from person where lower(name) like :text))",
                    "text",
                    SearchText.anywhere(text));
        }
    }

    private void amounts(DealCriteria criteria) {
        add("d.amount >= :amountMin", "amountMin", criteria.amountMin());
        add("d.amount <= :amountMax", "amountMax", criteria.amountMax());
        add("d.score >= :scoreMin", "scoreMin", criteria.scoreMin());
        add("d.score <= :scoreMax", "scoreMax", criteria.scoreMax());
    }

    private void dates(DealCriteria criteria) {
        DateRange created = criteria.dates("created");
        from("d.created_known and d.created_at >= :createdFrom", "createdFrom", created.from());
        until("d.created_known and d.created_at < :createdTo", "createdTo", created.to());
        DateRange closed = criteria.dates("closed");
        from("d.closed_at >= :closedFrom", "closedFrom", closed.from());
        until("d.closed_at < :closedTo", "closedTo", closed.to());
        DateRange expected = criteria.dates("expected");
        add("d.expected_close >= :expectedFrom", "expectedFrom", expected.from());
        add("d.expected_close <= :expectedTo", "expectedTo", expected.to());
    }

    private void fields(DealCriteria criteria, FieldSql.Search search) {
        FieldSql sql = new FieldSql(FieldCriterion.of(criteria.fields()), RecordKind.DEAL, "d", viewer, search);
        conditions.addAll(sql.conditions());
        parameters.putAll(sql.parameters());
    }

    private void from(String condition, String name, @Nullable LocalDate day) {
        add(
                condition,
                name,
                day == null ? null : day.atStartOfDay(viewer.zone()).toOffsetDateTime());
    }

    private void until(String condition, String name, @Nullable LocalDate lastDay) {
        from(condition, name, lastDay == null ? null : lastDay.plusDays(1));
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
