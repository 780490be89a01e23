package app.tahap.proposal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the versions of proposals without their lines, for viewers who may see the deal. */
@Repository
class ProposalRows {

    private static final String ROWS = """
            select v.id, v.proposal_id, p.reference, v.number, v.status,
                   v.status = 'SENT' and coalesce(v.valid_until < :today, false) as over,
                   v.title, v.currency, v.net, v.tax, v.valid_until, v.changed_at, v.sent_at, u.name as sent_by, v.ended_at,
                   coalesce(l.reads, 0) as reads, l.first_read_at, l.last_read_at, a.name as answered_by, a.reason
              from proposal_version v
              join proposal p on p.id = v.proposal_id
              left join users u on u.id = v.sent_by
              left join proposal_answer a on a.version_id = v.id
              left join lateral (select sum(reads)::int as reads, min(first_read_at) as first_read_at,
                                        max(last_read_at) as last_read_at
                                   from proposal_link where version_id = v.id) l on true
             where %s
             order by %s
            """;

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of a proposal, the latest first. */
    List<VersionRow> ofProposal(long proposalId, LocalDate today) {
        return jdbc.sql(ROWS.formatted("v.proposal_id = :proposal", "v.number desc"))
                .param("proposal", proposalId)
                .param("today", today)
                .query(VersionRow.class)
                .list();
    }

    /** All versions of all proposals of a deal, the latest first. */
    List<VersionRow> ofDeal(long dealId, LocalDate today) {
        return jdbc.sql(ROWS.formatted("p.deal_id = :deal", "p.id desc, v.number desc"))
                .param("deal", dealId)
                .param("today", today)
                .query(VersionRow.class)
                .list();
    }
}
