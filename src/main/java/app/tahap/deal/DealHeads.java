package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a deal for the pages of the modules above, without taking its lock. */
@Repository
public class DealHeads {

    private final JdbcClient jdbc;

    DealHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A deal that is not deleted.
     *
     * @throws NotFoundException where there is none that the viewer may see
     */
    public DealHead load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("""
                        select d.id, d.version, d.title, d.pipeline_id, d.stage_id, d.outcome
                          from deal d where d.id = :deal and d.deleted_at is null and %s
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("deal", dealId)
                .query(DealHead.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }
}
