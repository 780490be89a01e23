package app.tahap.proposal;

import app.tahap.web.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the links by which customers reach sent versions. A version may have several. */
@Repository
class ProposalLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link; its token is known only to who receives it from here. */
    LinkToken create(long versionId, int days, @Nullable String recipient, @Nullable Long author) {
        LinkToken token = LinkToken.random();
        jdbc.sql("""
                        insert into proposal_link (version_id, token_hash, recipient, created_at, created_by, expires_at)
                        values (:version, :hash, :recipient, :now, :author, :until)
                        """)
                .param("version", versionId)
                .param("hash", token.hash())
                .param("recipient", recipient)
                .param("now", at(clock.instant()))
                .param("author", author)
                .param("until", at(clock.instant().plus(Duration.ofDays(days))))
                .update();
        return token;
    }

    /** Notes the mail that a new link goes out with. */
    void mailed(LinkToken token, long mailId) {
        jdbc.sql("update proposal_link set mail_id = :mail where token_hash = :hash")
                .param("mail", mailId)
                .param("hash", token.hash())
                .update();
    }

    /** The links to a proposal's versions, the latest first. */
    List<LinkRow> ofProposal(long proposalId) {
        return jdbc.sql("""
                        select l.id, v.number, l.recipient, m.id as mail_id, m.author_id as mail_author_id,
                               m.state as mail_state, m.attempts as mail_attempts, l.created_at, u.name as created_by, l.expires_at,
                               l.revoked_at is not null as revoked,
                               l.revoked_at is null and l.expires_at > :now as open, l.reads, l.last_read_at
                          from proposal_link l
                          join proposal_version v on v.id = l.version_id
                          left join users u on u.id = l.created_by
                          left join mail m on m.id = l.mail_id
                         where v.proposal_id = :proposal
                         order by l.id desc
                        """)
                .param("proposal", proposalId)
                .param("now", at(clock.instant()))
                .query(LinkRow.class)
                .list();
    }

    void revoke(long proposalId, long linkId) {
        change("revoked_at = coalesce(revoked_at, :at)", clock.instant(), proposalId, linkId);
    }

    /** Lets a link serve for some days from now on, also one that has expired; a revoked one stays so. */
    void extend(long proposalId, long linkId, int days) {
        change("expires_at = :at", clock.instant().plus(Duration.ofDays(days)), proposalId, linkId);
    }

    private void change(String what, Instant at, long proposalId, long linkId) {
        int changed = jdbc.sql("update proposal_link set " + what + """
                         where id = :link
                           and version_id in (select id from proposal_version where proposal_id = :proposal)
                        """)
                .param("at", at(at))
                .param("link", linkId)
                .param("proposal", proposalId)
                .update();
        if (changed == 0) {
            throw new NotFoundException("link", linkId);
        }
    }

    /** What a token leads to, whatever became of it; empty for one that was never handed out. */
    Optional<Visit> find(LinkToken token) {
        return jdbc.sql("""
                        select l.id as link_id, v.id as version_id, v.proposal_id, p.deal_id, v.number, p.reference, v.status,
                               v.language, l.expires_at <= :now as expired, l.revoked_at is not null as revoked,
                               d.deleted_at is not null as deleted,
                               coalesce(v.valid_until < (cast(:now as timestamptz) at time zone w.time_zone)::date, false) as over,
                               d.title as deal, d.owner_id, u.name as sender
                          from proposal_link l
                          join proposal_version v on v.id = l.version_id
                          join proposal p on p.id = v.proposal_id
                          join deal d on d.id = p.deal_id
                          join users u on u.id = d.owner_id
                         cross join workspace w
                         where l.token_hash = :hash
                        """)
                .param("hash", token.hash())
                .param("now", at(clock.instant()))
                .query(Visit.class)
                .optional();
    }

    /** Counts that a customer opened it, and says how often that happened to the version so far. */
    int count(Visit visit) {
        jdbc.sql("""
                        update proposal_link
                           set reads = reads + 1, first_read_at = coalesce(first_read_at, :now), last_read_at = :now
                         where id = :link
                        """)
                .param("now", at(clock.instant()))
                .param("link", visit.linkId())
                .update();
        return jdbc.sql("select sum(reads)::int from proposal_link where version_id = :version")
                .param("version", visit.versionId())
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
