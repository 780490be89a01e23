package app.tahap.negotiation;

import app.tahap.proposal.Offer;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was asked and decided. Append-only. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApprovalLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A request that was sent with a key before. */
    record Asked(long id, long proposalId, long requesterId) {}

    Optional<Asked> findByKey(UUID key) {
        return jdbc.sql("select id, proposal_id, requester_id from approval_request where idempotency_key = :key")
                .param("key", key)
                .query(Asked.class)
                .optional();
    }

    long ask(Offer offer, String reference, Limits limits, String reason, long requesterId, @Nullable UUID key) {
        return jdbc.sql("""
                        insert into approval_request (deal_id, proposal_id, reference, number, fingerprint, currency, list,
                               net, discount, largest, costed_net, cost, discount_limit, margin_limit, reason,
                               requester_id, requested_at, idempotency_key)
                        values (:deal, :proposal, :reference, :number, :fingerprint, :currency, :list, :net, :discount,
                               :largest, :costed, :cost, :discountLimit, :marginLimit, :reason, :requester, :now, :key)
                        returning id
                        """)
                .param("deal", offer.dealId())
                .param("proposal", offer.proposalId())
                .param("reference", reference)
                .param("number", offer.version())
                .param("fingerprint", offer.fingerprint())
                .param("currency", offer.currency().getCurrencyCode())
                .param("list", offer.list())
                .param("net", offer.net())
                .param("discount", offer.discount())
                .param("largest", offer.largestDiscount())
                .param("costed", offer.margin().costedNet())
                .param("cost", offer.margin().cost())
                .param(
                        "discountLimit",
                        limits.allowDiscount(offer.largestDiscount()) ? null : limits.discount(),
                        Types.NUMERIC)
                .param("marginLimit", limits.allowMargin(offer.margin()) ? null : limits.margin(), Types.NUMERIC)
                .param("reason", reason)
                .param("requester", requesterId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", key, Types.OTHER)
                .query(Long.class)
                .single();
    }

    void decide(long requestId, ApprovalOutcome outcome, @Nullable String reason, long deciderId) {
        jdbc.sql("""
                        insert into approval_decision (request_id, outcome, reason, decided_by, decided_at)
                        values (:request, :outcome, :reason, :decider, :now)
                        """)
                .param("request", requestId)
                .param("outcome", outcome.name())
                .param("reason", reason, Types.VARCHAR)
                .param("decider", deciderId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
