package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells of a proposal what stands on top of its pages. */
@Repository
public class ProposalHeadings {

    private final JdbcClient jdbc;

    ProposalHeadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFoundException where the viewer may not see the proposal's deal, or it is deleted */
    public ProposalHeading load(long proposalId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("""
                        select p.id, p.reference, d.id as deal_id, d.title as deal, d.outcome = 'OPEN' as open
                          from proposal p join deal d on d.id = p.deal_id
                         where p.id = :proposal and d.deleted_at is null and %s
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("proposal", proposalId)
                .query(ProposalHeading.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("proposal", proposalId));
    }
}
