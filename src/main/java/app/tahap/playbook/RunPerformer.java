package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.deal.DealRepository;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what a playbook says for one deal: nothing where a condition does not hold, otherwise all of it or nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RunPerformer {

    private final Playbooks playbooks;
    private final ActionPerformer actions;
    private final DealRepository deals;
    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final Clock clock;

    RunPerformer(
            Playbooks playbooks,
            ActionPerformer actions,
            DealRepository deals,
            Viewers viewers,
            JdbcClient jdbc,
            Clock clock) {
        this.playbooks = playbooks;
        this.actions = actions;
        this.deals = deals;
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws ActionFailedException where an action is not possible; the transaction must be rolled back then */
    RunEnd perform(WaitingRun run) {
        Playbook playbook = playbooks.load(run.playbookId());
        Viewer tahap = viewers.itself();
        Optional<RunEnd> hindered = stopped(run).or(() -> overtaken(run, playbook, tahap));
        return hindered.or(() -> unmet(run, tahap)).orElseGet(() -> {
            performAll(playbook, run, tahap);
            return RunEnd.DONE;
        });
    }

    private static Optional<RunEnd> stopped(WaitingRun run) {
        if (run.chain().contains(run.playbookId())) {
            return Optional.of(RunEnd.stopped("playbook.stopped.again"));
        }
        return run.chain().size() >= Chain.LONGEST
                ? Optional.of(RunEnd.stopped("playbook.stopped.long"))
                : Optional.empty();
    }

    /** Where things are not any more as they were when the run was added. */
    private Optional<RunEnd> overtaken(WaitingRun run, Playbook playbook, Viewer tahap) {
        @Nullable String reason = null;
        if (!playbook.isOn()) {
            reason = "playbook.skipped.off";
        } else if (!deals.isVisible(run.dealId(), tahap)) {
            reason = "playbook.skipped.deleted";
        } else if (run.eventId() != null && isUndone(run.eventId())) {
            reason = "playbook.skipped.undone";
        } else if (playbook.trigger() == Trigger.STAYED && run.eventId() != null && isOver(run.eventId())) {
            reason = "playbook.skipped.left";
        }
        return Optional.ofNullable(reason).map(key -> RunEnd.skipped(key, List.of()));
    }

    private boolean isUndone(long eventId) {
        return jdbc.sql("select exists (select from deal_event where undoes_id = :event)")
                .param("event", eventId)
                .query(Boolean.class)
                .single();
    }

    private boolean isOver(long eventId) {
        return !jdbc.sql("select exists (select from stage_stay where entered_by = :event and left_at is null)")
                .param("event", eventId)
                .query(Boolean.class)
                .single();
    }

    private Optional<RunEnd> unmet(WaitingRun run, Viewer tahap) {
        ConditionSql sql = new ConditionSql(playbooks.conditions(run.playbookId()), tahap.today(clock));
        for (Map.Entry<PlaybookCondition, String> condition : sql.conditions().entrySet()) {
            boolean met = jdbc.sql("select " + condition.getValue() + " from deal d where d.id = :deal")
                    .params(sql.parameters())
                    .param("deal", run.dealId())
                    .query(Boolean.class)
                    .single();
            if (!met) {
                PlaybookCondition missing = condition.getKey();
                return Optional.of(RunEnd.skipped(missing.messageKey(), missing.arguments()));
            }
        }
        return Optional.empty();
    }

    private void performAll(Playbook playbook, WaitingRun run, Viewer tahap) {
        int number = 0;
        for (PlaybookAction action : playbooks.actions(playbook.id())) {
            number++;
            try {
                actions.perform(action, playbook, run, tahap);
                deals.flush();
            } catch (RuleException refused) {
                throw new ActionFailedException(number, refused);
            }
        }
    }
}
