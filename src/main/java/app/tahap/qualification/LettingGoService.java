package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the advice to let a deal go aside for a while. */
@Service
@Transactional
class LettingGoService {

    static final int SNOOZE_DAYS = 30;

    private final DealRepository deals;
    private final DealJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    LettingGoService(DealRepository deals, DealJournal journal, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the deal; the same again on the same day changes nothing. */
    LocalDate keep(long dealId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        LocalDate until = viewer.today(clock).plusDays(SNOOZE_DAYS);
        int changed = jdbc.sql("""
                        insert into qualification_snooze (deal_id, until) values (:deal, :until)
                            on conflict (deal_id) do update set until = excluded.until
                         where qualification_snooze.until <> excluded.until
                        """).param("deal", dealId).param("until", until).update();
        if (changed > 0) {
            journal.write(dealId, viewer.id(), JournalEntry.of("qualification.journal.kept", Argument.of(until)));
        }
        return until;
    }
}
