package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes about deals. Who may see the deal may add one; only its author may change or remove it. */
@Service
@Transactional
class DealNotes {

    private final DealRepository deals;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealNotes(DealRepository deals, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(long dealId, String text, Viewer viewer) {
        deals.loadForChange(dealId, viewer).touch(clock.instant());
        jdbc.sql("insert into deal_note (deal_id, author_id, text, created_at) values (:deal, :author, :text, :now)")
                .param("deal", dealId)
                .param("author", viewer.id())
                .param("text", text.strip())
                .param("now", now())
                .update();
    }

    String text(long dealId, long noteId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        return jdbc.sql("""
                        select text from deal_note
                         where id = :note and deal_id = :deal and author_id = :author and deleted_at is null
                        """)
                .param("note", noteId)
                .param("deal", dealId)
                .param("author", viewer.id())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("note", noteId));
    }

    void edit(long dealId, long noteId, String text, Viewer viewer) {
        change("text = :text, edited_at = :now", dealId, noteId, text.strip(), viewer);
    }

    void delete(long dealId, long noteId, Viewer viewer) {
        change("deleted_at = :now", dealId, noteId, "", viewer);
    }

    private void change(String what, long dealId, long noteId, String text, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        int changed = jdbc.sql("update deal_note set " + what
                        + " where id = :note and deal_id = :deal and author_id = :author and deleted_at is null")
                .param("text", text)
                .param("now", now())
                .param("note", noteId)
                .param("deal", dealId)
                .param("author", viewer.id())
                .update();
        if (changed == 0) {
            throw new NotFoundException("note", noteId);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
