package app.tahap.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.Outcome;
import app.tahap.proposal.ProposalAccepted;
import app.tahap.proposal.ProposalDeclined;
import app.tahap.proposal.ProposalRead;
import app.tahap.proposal.ProposalSent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What sets playbooks off, how often, and what becomes of that when something is in the way. */
class RunTests extends PlaybookScene {

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    RunQueue queue;

    @Autowired
    RunPerformer performer;

    @Autowired
    LongStays stays;

    @Test
    void plansAnActivityOnceADealEntersTheStage() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);

        move(deal, 1);
        assertThat(activities()).isEmpty();
        jobs.doWhatIsDue();

        assertThat(activities()).containsExactly("Call Fifty laptops 2026-05-21 Ani Basuki");
        assertThat(runs()).containsExactly("DONE");
        assertThat(page(ani, "/deals/" + deal))
                .contains("Playbook “First call” planned for Ani Basuki: Task “Call Fifty laptops”, due 21 May 2026");
        assertThat(page(ani, "/my-day")).contains("Call Fifty laptops");
    }

    @Test
    void doesNothingWhileItIsOffAndNothingAboutThePast() {
        long playbook = entering("First call");
        plan(playbook);
        move(deal, 1);

        playbooks.switchOn(playbook);
        jobs.doWhatIsDue();

        assertThat(runs()).isEmpty();
    }

    @Test
    void skipsWhatWaitsWhenItIsSwitchedOff() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);
        move(deal, 1);

        playbooks.switchOff(playbook);
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("SKIPPED playbook.skipped.off");
        assertThat(activities()).isEmpty();
    }

    @Test
    void firesForDealsThatAreCreatedAndForTheirStage() {
        long created = playbook("New", Trigger.CREATED, null, null);
        long entered = entering("Entered");
        plan(created);
        plan(entered);
        playbooks.switchOn(created);
        playbooks.switchOn(entered);

        fixtures.deal("A fleet", stages.get(0), ani);
        fixtures.deal("A warehouse", stages.get(1), ani);
        jobs.doWhatIsDue();

        assertThat(activities())
                .containsExactly(
                        "Call A fleet 2026-05-21 Ani Basuki",
                        "Call A warehouse 2026-05-21 Ani Basuki",
                        "Call A warehouse 2026-05-21 Ani Basuki");
    }

    @ParameterizedTest
    @CsvSource({"WON, WON", "LOST, LOST"})
    void firesOnceADealIsClosed(Trigger trigger, Outcome outcome) {
        long playbook = playbook("Closed", trigger, null, null);
        plan(playbook);
        playbooks.switchOn(playbook);

        Long reason = outcome.needsReason() ? fixtures.reason(outcome.name()) : null;
        deals.close(deal, outcome, reason, null, fixtures.version(deal), null, ani);
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("DONE");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSAL_SENT", "PROPOSAL_READ", "PROPOSAL_ACCEPTED", "PROPOSAL_DECLINED"})
    void firesOnceForWhatBecomesOfAProposal(Trigger trigger) {
        long playbook = playbook("Proposal", trigger, null, null);
        plan(playbook);
        playbooks.switchOn(playbook);

        for (int times = 1; times <= 2; times++) {
            for (Object news : List.of(
                    new ProposalSent(deal, 7, 1),
                    new ProposalRead(deal, 7, 1, times),
                    new ProposalAccepted(deal, 7, 1),
                    new ProposalDeclined(deal, 7, 1))) {
                transactions.executeWithoutResult(status -> publisher.publishEvent(news));
            }
        }
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("DONE");
        assertThat(activities()).hasSize(1);
    }

    @Test
    void firesForDealsOfItsPipelineAlone() {
        long other = jdbc.sql("""
                        insert into pipeline (name, position, created_at) values ('Renewals', 9, now()) returning id
                        """).query(Long.class).single();
        long playbook = playbooks.create(
                new PlaybookForm("New renewal", Trigger.CREATED, null, null, false, other, null, UUID.randomUUID()));
        plan(playbook);
        playbooks.switchOn(playbook);

        fixtures.deal("A fleet", stages.get(0), ani);

        assertThat(runs()).isEmpty();
    }

    @Test
    void forgetsWhatWasTakenBackBeforeItWasDone() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);
        move(deal, 1);
        long event =
                jdbc.sql("select max(id) from deal_event").query(Long.class).single();

        assertThat(post(ani, "/deals/" + deal + "/undo", "eventId", event, "view", "deal"))
                .hasStatus3xxRedirection();
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("SKIPPED playbook.skipped.undone");
    }

    @Test
    void actsOncePerStayThatGetsLong() {
        long playbook = playbook("Push", Trigger.STAYED, stage(0), "7");
        plan(playbook);
        playbooks.switchOn(playbook);

        look(Duration.ofDays(6));
        assertThat(runs()).isEmpty();
        look(Duration.ofDays(1));
        look(Duration.ofDays(1));

        assertThat(runs()).containsExactly("DONE");
        assertThat(activities()).containsExactly("Call Fifty laptops 2026-05-28 Ani Basuki");
    }

    @Test
    void leavesDealsAloneThatStayedTooLongBeforeUnlessItIsToTakeThem() {
        clock.turn(Duration.ofDays(10));
        long playbook = playbook("Push", Trigger.STAYED, stage(0), "7");
        plan(playbook);
        playbooks.switchOn(playbook);
        look(Duration.ZERO);
        assertThat(runs()).isEmpty();

        jdbc.sql("update playbook set takes_past = true").update();
        look(Duration.ZERO);

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void leavesSleepingDealsAloneUntilTheyWake() {
        long playbook = playbook("Push", Trigger.STAYED, stage(0), "2");
        plan(playbook);
        playbooks.switchOn(playbook);
        deals.park(deal, ani.today(clock).plusDays(5), fixtures.version(deal), null, ani);

        look(Duration.ofDays(3));
        assertThat(runs()).isEmpty();
        look(Duration.ofDays(2));

        assertThat(runs()).containsExactly("DONE");
    }

    private void look(Duration later) {
        clock.turn(later);
        stays.look();
        jobs.doWhatIsDue();
    }

    @Test
    void leavesNothingBehindWhenItIsKilledAndIsDoneByAnother() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);
        move(deal, 1);

        transactions.executeWithoutResult(killed -> {
            WaitingRun run = queue.next().orElseThrow();
            queue.end(run.id(), performer.perform(run));
            assertThat(activities()).hasSize(1);
            killed.setRollbackOnly();
        });
        assertThat(activities()).isEmpty();
        assertThat(runs()).containsExactly("WAITING");
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = :at")
                .param("at", clock.instant().minusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
        jobs.takeOverFromTheDead();
        jobs.doWhatIsDue();
        jobs.doWhatIsDue();

        assertThat(activities()).hasSize(1);
        assertThat(runs()).containsExactly("DONE");
        assertThat(jdbc.sql("select count(*) from scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void schedulesNothingIfTheChangeIsNotMade() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);

        transactions.executeWithoutResult(refused -> {
            move(deal, 1);
            refused.setRollbackOnly();
        });

        assertThat(runs()).isEmpty();
        assertThat(jdbc.sql("select count(*) from scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void findsWhatWasAddedWhileTheJobEnded() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);
        move(deal, 1);
        jdbc.sql("delete from scheduled_tasks").update();

        queue.wakeIfDue();
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void doesNothingOfAFailedRunAndGoesOnWithTheOthers() {
        Viewer gone = fixtures.user("Budi Santoso", Role.REP, team);
        long failing = entering("Failing");
        plan(failing);
        act(failing, ActionKind.ACTIVITY, activity("Check", gone.id()));
        long working = entering("Working");
        act(working, ActionKind.ACTIVITY, activity("Write", null));
        playbooks.switchOn(failing);
        playbooks.switchOn(working);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", gone.id())
                .update();

        move(deal, 1);
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("FAILED activity.assignee.left", "DONE");
        assertThat(activities()).containsExactly("Write 2026-05-21 Ani Basuki");
        assertThat(jdbc.sql("select action_number from playbook_run where state = 'FAILED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(page(ani, "/deals/" + deal))
                .contains("Playbook “Failing” could not do its work", "Action 2: This person has left.");
    }

    @Test
    void triesAgainWhatFailedByAccidentAndGivesUpInTheEnd() {
        long playbook = entering("First call");
        plan(playbook);
        playbooks.switchOn(playbook);
        move(deal, 1);
        jdbc.sql("alter table activity add constraint accident check (false) not valid")
                .update();
        try {
            jobs.doWhatIsDue();
            assertThat(runs()).containsExactly("WAITING");
            for (Duration pause : RunWorker.PAUSES) {
                clock.turn(pause);
                queue.wakeIfDue();
                jobs.doWhatIsDue();
            }
        } finally {
            jdbc.sql("alter table activity drop constraint accident").update();
        }

        assertThat(runs()).containsExactly("FAILED playbook.failed.technical");
        assertThat(jdbc.sql("select attempts from playbook_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(RunWorker.PAUSES.size() + 1);
    }

    @Test
    void stopsACircleThatNobodyCouldSeeBefore() {
        long there = entering("There");
        act(there, ActionKind.MOVE, move(2));
        long back = playbook("Back", Trigger.ENTERED, stage(2), null);
        plan(back);
        playbooks.switchOn(there);
        playbooks.switchOn(back);
        jdbc.sql("update playbook_action set kind = 'MOVE', stage_id = :stage where playbook_id = :playbook")
                .param("stage", stage(1))
                .param("playbook", back)
                .update();

        move(deal, 1);
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("DONE", "DONE", "STOPPED playbook.stopped.again");
        assertThat(events()).endsWith("MOVED", "MOVED").hasSize(4);
        assertThat(page(ani, "/deals/" + deal))
                .contains("Playbook “There” was stopped, since it went round in circles");
    }

    @Test
    void stopsAChainThatGetsTooLong() {
        for (int stage = 1; stage <= 6; stage++) {
            long playbook = playbook("Link " + stage, Trigger.ENTERED, stage(stage), null);
            if (stage < 6) {
                act(playbook, ActionKind.MOVE, move(stage + 1));
            } else {
                plan(playbook);
            }
            playbooks.switchOn(playbook);
        }

        move(deal, 1);
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("DONE", "DONE", "DONE", "DONE", "DONE", "STOPPED playbook.stopped.long");
        assertThat(activities()).isEmpty();
    }

    @Test
    void remembersTheChainOfADealThatStays() {
        long on = entering("On");
        act(on, ActionKind.MOVE, move(2));
        long later = playbook("Later", Trigger.STAYED, stage(2), "3");
        plan(later);
        playbooks.switchOn(on);
        playbooks.switchOn(later);

        move(deal, 1);
        jobs.doWhatIsDue();
        look(Duration.ofDays(3));

        assertThat(runs()).containsExactly("DONE", "DONE");
        assertThat(jdbc.sql("select chain from playbook_run order by id desc limit 1")
                        .query((row, number) -> List.of((Long[]) row.getArray(1).getArray()))
                        .single())
                .containsExactly(on);
    }

    @Test
    void costsAMoveOneMoreStatementWhereItFires() {
        move(deal, 2);
        int without = StatementCount.of(() -> move(deal, 3));
        long playbook = playbook("Fires", Trigger.ENTERED, stage(4), null);
        plan(playbook);
        playbooks.switchOn(playbook);

        int with = StatementCount.of(() -> move(deal, 4));

        assertThat(with).isEqualTo(without + 1);
        assertThat(runs()).containsExactly("WAITING");
    }
}
