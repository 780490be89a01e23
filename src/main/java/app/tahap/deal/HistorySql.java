package app.tahap.deal;

import app.tahap.account.Viewer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Criteria about a deal's past as conditions of {@code deal d}; pipeline, owner and team are those of that moment. */
final class HistorySql {

    private final DealCriteria criteria;
    private final Viewer viewer;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    HistorySql(DealCriteria criteria, Viewer viewer) {
        this.criteria = criteria;
        this.viewer = viewer;
        if (criteria.entered() != null && criteria.entered().stage() != null) {
            entered(criteria.entered());
        }
        if (criteria.left() != null && criteria.left().stage() != null) {
            left(criteria.left());
        }
        if (criteria.open() != null && criteria.open().on() != null) {
            openAt(criteria.open(), endOf(criteria.open().on()));
        }
    }

    List<String> conditions() {
        return conditions;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void entered(StageEntry entry) {
        StaySql stay = new StaySql();
        stay.add("y.stage_id = :enteredStage", "enteredStage", entry.stage());
        stay.add(StaySql.ENTERED);
        between(stay, "y.entered_at", "entered", entry.from(), entry.to());
        stay.ownedAt("entered_by", criteria);
        parameters.putAll(stay.parameters());
        if (entry.next() != null) {
            parameters.put("nextStage", entry.next());
        }
        String wentOn = exists(stay, StaySql.WENT_ON);
        conditions.add(
                entry.then() == null
                        ? exists(stay, "true")
                        : switch (entry.then()) {
                            case WENT_ON -> wentOn;
                            case SKIPPED ->
                                entry.next() == null
                                        ? "false"
                                        : exists(stay, StaySql.WENT_ON + " and " + StaySql.skipped(":nextStage"));
                            case RETURNED -> exists(stay, StaySql.RETURNED);
                            case RUNNING -> exists(stay, StaySql.RUNNING);
                            case UNDECIDED ->
                                "d.outcome = 'OPEN' and %s and not %s".formatted(exists(stay, "true"), wentOn);
                            case DROPPED ->
                                "d.outcome in ('LOST', 'DISQUALIFIED') and %s and not %s"
                                        .formatted(exists(stay, "true"), wentOn);
                        });
    }

    private void left(StageExit exit) {
        StaySql stay = new StaySql();
        stay.add("y.stage_id = :leftStage", "leftStage", exit.stage());
        stay.add(StaySql.LEFT);
        between(stay, "y.left_at", "left", exit.from(), exit.to());
        stay.ownedAt("left_by", criteria);
        parameters.putAll(stay.parameters());
        conditions.add(exists(stay, "true"));
    }

    private void openAt(OpenAt open, OffsetDateTime until) {
        StaySql stay = new StaySql();
        stay.add("y.stage_id = :openStage and y.stage_known", "openStage", open.stage());
        stay.begun(criteria, until);
        parameters.putAll(stay.parameters());
        conditions.add(exists(stay, "(" + StaySql.RUNNING + " or " + StaySql.LEFT_SINCE + ")"));
    }

    private static String exists(StaySql stay, String more) {
        return "exists (select from stage_stay y where y.deal_id = d.id and %s and %s)".formatted(stay.where(), more);
    }

    private void between(StaySql stay, String column, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        stay.add(column + " >= :" + name + "From", name + "From", from == null ? null : startOf(from));
        stay.add(column + " < :" + name + "To", name + "To", to == null ? null : endOf(to));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(viewer.zone()).toOffsetDateTime();
    }

    private OffsetDateTime endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
