package app.tahap.playbook;

import app.tahap.account.Viewers;
import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells on a deal's timeline that a playbook could not do its work, or was stopped; what it did tells each action itself. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RunNews {

    private final DealJournal journal;
    private final Playbooks playbooks;
    private final RunWords words;
    private final Viewers viewers;

    RunNews(DealJournal journal, Playbooks playbooks, RunWords words, Viewers viewers) {
        this.journal = journal;
        this.playbooks = playbooks;
        this.words = words;
        this.viewers = viewers;
    }

    void tell(WaitingRun run, RunEnd end) {
        if (end.state() != RunState.FAILED && end.state() != RunState.STOPPED) {
            return;
        }
        String name = playbooks.load(run.playbookId()).name();
        String message = end.state() == RunState.FAILED ? "playbook.journal.failed" : "playbook.journal.stopped";
        journal.write(
                run.dealId(),
                null,
                JournalEntry.of(message, Argument.of(name)).detailed(words.reason(end, viewers.itself())));
    }
}
