package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.assessment.AssessmentView.Tag;
import app.tahap.assessment.AssessmentView.Tags;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.NotFoundException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The pains and needs of deals. What is typed and not in the workspace's lists comes into them. */
@Repository
@Transactional
class DealTags {

    private final DealRepository deals;
    private final DealJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealTags(DealRepository deals, DealJournal journal, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** With one query; archived ones are not offered, but stay with the deals that have them. */
    Tags of(long dealId) {
        record Row(long id, NeedKind kind, String label, boolean there) {}
        List<Row> rows = jdbc.sql("""
                        select n.id, n.kind, n.label, t.deal_id is not null as there
                          from need n left join deal_need t on t.need_id = n.id and t.deal_id = :deal
                         where t.deal_id is not null or n.archived_at is null
                         order by t.added_at nulls last, n.position, n.id
                        """).param("deal", dealId).query(Row.class).list();
        return new Tags(
                rows.stream()
                        .filter(row -> row.there() && row.kind() == NeedKind.PAIN)
                        .map(row -> new Tag(row.id(), row.label()))
                        .toList(),
                rows.stream()
                        .filter(row -> row.there() && row.kind() == NeedKind.NEED)
                        .map(row -> new Tag(row.id(), row.label()))
                        .toList(),
                rows.stream()
                        .filter(row -> !row.there() && row.kind() == NeedKind.PAIN)
                        .map(Row::label)
                        .toList(),
                rows.stream()
                        .filter(row -> !row.there() && row.kind() == NeedKind.NEED)
                        .map(Row::label)
                        .toList());
    }

    /** Adds a pain or need to a deal; one that it has already stays as it is. */
    void add(long dealId, NeedKind kind, String label, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        Instant now = clock.instant();
        long need = findOrCreate(kind, label);
        int added = jdbc.sql("""
                        insert into deal_need (deal_id, need_id, added_by, added_at) values (:deal, :need, :viewer, :now)
                            on conflict do nothing
                        """)
                .param("deal", dealId)
                .param("need", need)
                .param("viewer", viewer.id())
                .param("now", Timestamp.from(now))
                .update();
        if (added > 0) {
            tell("assessment.journal.noted." + kind, dealId, need, viewer);
        }
    }

    void remove(long dealId, long needId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        int removed = jdbc.sql("delete from deal_need where deal_id = :deal and need_id = :need")
                .param("deal", dealId)
                .param("need", needId)
                .update();
        if (removed > 0) {
            tell("assessment.journal.removed", dealId, needId, viewer);
        }
    }

    private void tell(String message, long dealId, long needId, Viewer viewer) {
        String label = jdbc.sql("select label from need where id = :id")
                .param("id", needId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("need", needId));
        journal.write(dealId, viewer.id(), JournalEntry.of(message, Argument.of(label)));
    }

    /** By its label without regard to case; an archived one is on offer again. */
    private long findOrCreate(NeedKind kind, String label) {
        return jdbc.sql("""
                        insert into need (kind, label, position)
                        select :kind, :label, coalesce(max(position), 0) + 1 from need where kind = :kind
                            on conflict (kind, lower(label)) do update set archived_at = null
                        returning id
                        """)
                .param("kind", kind.name())
                .param("label", label.strip())
                .query(Long.class)
                .single();
    }
}
