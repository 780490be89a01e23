package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes about deals. Who may see the deal may add one; only its author may change or remove it. */
@Service
@Transactional
class DealNotes {

    private static final String OWN = " id = :note and deal_id = :deal and author_id = :author and deleted_at is null";

    private final DealRepository deals;
    private final DealMentions mentions;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealNotes(DealRepository deals, DealMentions mentions, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.mentions = mentions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a note; the same one with the same key again changes nothing.
     *
     * @return the names of those who are mentioned but not told, as they may not see the deal
     * @throws DuplicateKeyException where the key is that of another note
     */
    List<String> add(long dealId, NoteForm note, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        deal.touch(clock.instant());
        Optional<Long> added = jdbc.sql("""
                        insert into deal_note (deal_id, author_id, text, created_at, idempotency_key)
                        values (:deal, :author, :text, :now, :key::uuid)
                            on conflict (idempotency_key) do nothing
                        returning id
                        """)
                .param("deal", dealId)
                .param("author", viewer.id())
                .param("text", text(note))
                .param("now", now())
                .param("key", note.key() == null ? null : note.key().toString())
                .query(Long.class)
                .optional();
        if (added.isEmpty() && !isStored(dealId, note, viewer)) {
            throw new DuplicateKeyException("Another note has the key " + note.key());
        }
        return added.map(id -> mentions.keep(id, deal, text(note), viewer)).orElse(List.of());
    }

    private boolean isStored(long dealId, NoteForm note, Viewer viewer) {
        return jdbc.sql("""
                        select exists (select from deal_note
                                        where idempotency_key = :key and deal_id = :deal and author_id = :author
                                          and text = :text)
                        """)
                .param("key", note.key())
                .param("deal", dealId)
                .param("author", viewer.id())
                .param("text", text(note))
                .query(Boolean.class)
                .single();
    }

    /** The viewer's own note, as it is now. */
    @Transactional(readOnly = true)
    NoteForm load(long dealId, long noteId, Viewer viewer) {
        return own("select text, version, null::uuid as key from deal_note where" + OWN, dealId, noteId, viewer)
                .query(NoteForm.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("note", noteId));
    }

    /**
     * Changes the viewer's own note.
     *
     * @return the names of those who are newly mentioned but not told; empty, with nothing changed, where the form was
     *     filled from an earlier state of the note
     */
    Optional<List<String>> edit(long dealId, long noteId, NoteForm note, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        if (!Objects.equals(load(dealId, noteId, viewer).version(), note.version())) {
            return Optional.empty();
        }
        String sql = "update deal_note set text = :text, edited_at = :now, version = version + 1 where" + OWN;
        own(sql, dealId, noteId, viewer)
                .param("text", text(note))
                .param("now", now())
                .update();
        return Optional.of(mentions.keep(noteId, deal, text(note), viewer));
    }

    void delete(long dealId, long noteId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        int deleted = own("update deal_note set deleted_at = :now where" + OWN, dealId, noteId, viewer)
                .param("now", now())
                .update();
        if (deleted == 0) {
            throw new NotFoundException("note", noteId);
        }
    }

    private JdbcClient.StatementSpec own(String sql, long dealId, long noteId, Viewer viewer) {
        return jdbc.sql(sql).param("note", noteId).param("deal", dealId).param("author", viewer.id());
    }

    private static String text(NoteForm note) {
        return Objects.requireNonNull(note.text()).strip();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
