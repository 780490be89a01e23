package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.proposal.Offer;
import app.tahap.web.NotFoundException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads requests for approval. */
@Repository
class Approvals {

    static final int PAGE = 25;

    /** How many a page shows of what is past. */
    private static final int LATEST = 10;

    private static final String REQUEST = """
            select r.*, d.title as deal, q.name as requester, x.outcome, x.reason as decision_reason, u.name as decider,
                   x.decided_at, v.id is not null as drafted, coalesce(o.fingerprint = r.fingerprint, false) as current
              from approval_request r
              join deal d on d.id = r.deal_id
              join users q on q.id = r.requester_id
              left join approval_decision x on x.request_id = r.id
              left join users u on u.id = x.decided_by
              left join proposal_version v on v.proposal_id = r.proposal_id and v.status = 'DRAFT'
              left join proposal_discount o on o.version_id = v.id
            """;

    /** Requests of others that the viewer may decide: those about what the viewer may offer, too. */
    private static final String WAITING = """
             where x.request_id is null and v.id is not null and r.requester_id <> :asking
               and d.outcome = 'OPEN' and d.deleted_at is null and %s
               and (cast(:discount as numeric) is null or r.largest <= :discount)
               and (cast(:margin as numeric) is null or r.costed_net = 0
                    or (r.costed_net - r.cost) / r.costed_net >= :margin)
            """;

    private final JdbcClient jdbc;
    private final DiscountRules rules;

    Approvals(JdbcClient jdbc, DiscountRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** A request about a deal that the viewer may see. */
    ApprovalRow load(long requestId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(REQUEST + " where r.id = :request and d.deleted_at is null and " + visible.where())
                .params(visible.parameters())
                .param("request", requestId)
                .query(ApprovalRow.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("approval", requestId));
    }

    /** How many requests wait for the viewer; none for reps. */
    int countWaiting(Viewer viewer) {
        return viewer.isManager()
                ? waiting("select count(*) from (" + REQUEST + WAITING + ") waiting", viewer)
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** Those that wait longest first. */
    List<ApprovalRow> waiting(Viewer viewer, long offset, int limit) {
        return viewer.isManager()
                ? waiting(REQUEST + WAITING + " order by r.id offset :offset limit :limit", viewer)
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(ApprovalRow.class)
                        .list()
                : List.of();
    }

    private JdbcClient.StatementSpec waiting(String sql, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        Limits limits = rules.limits(viewer);
        return jdbc.sql(sql.formatted(visible.where()))
                .params(visible.parameters())
                .param("asking", viewer.id())
                .param("discount", limits.discount(), Types.NUMERIC)
                .param("margin", limits.margin(), Types.NUMERIC);
    }

    /** What the viewer asked, the latest first. */
    List<ApprovalRow> askedBy(Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(REQUEST + " where r.requester_id = :asking and d.deleted_at is null and " + visible.where()
                        + " order by r.id desc limit " + LATEST)
                .params(visible.parameters())
                .param("asking", viewer.id())
                .query(ApprovalRow.class)
                .list();
    }

    /** What was decided lately about what others asked, for managers. */
    List<ApprovalRow> decided(Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return !viewer.isManager()
                ? List.of()
                : jdbc.sql(REQUEST + " where x.outcome in ('APPROVED', 'REFUSED') and r.requester_id <> :asking"
                                + " and d.deleted_at is null and " + visible.where()
                                + " order by x.decided_at desc limit "
                                + LATEST)
                        .params(visible.parameters())
                        .param("asking", viewer.id())
                        .query(ApprovalRow.class)
                        .list();
    }

    /** All that was asked about a proposal, the latest first. */
    List<ApprovalRow> ofProposal(long proposalId) {
        return jdbc.sql(REQUEST + " where r.proposal_id = :proposal order by r.id desc")
                .param("proposal", proposalId)
                .query(ApprovalRow.class)
                .list();
    }

    /** The request that allows an offer: approved for the same lines, at no smaller discount and no higher margin. */
    Optional<ApprovalRow> granting(Offer offer) {
        return ofProposal(offer.proposalId()).stream()
                .filter(row -> row.outcome() == ApprovalOutcome.APPROVED && covers(row, offer))
                .findFirst();
    }

    Optional<ApprovalRow> waitingFor(Offer offer) {
        return ofProposal(offer.proposalId()).stream()
                .filter(row -> row.isWaiting() && covers(row, offer))
                .findFirst();
    }

    private static boolean covers(ApprovalRow row, Offer offer) {
        Limits asked = new Limits(row.largest(), row.margin().share());
        return row.fingerprint().equals(offer.fingerprint()) && asked.allow(offer.largestDiscount(), offer.margin());
    }
}
