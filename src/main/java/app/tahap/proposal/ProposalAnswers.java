package app.tahap.proposal;

import app.tahap.deal.Deal;
import app.tahap.deal.DealRepository;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the answers of customers, whom nobody has logged in: who has the link may answer. Of two answers the first counts. The
 * deal is locked first, as it is by the team, so that nothing can be withdrawn in between.
 */
@Service
@Transactional
class ProposalAnswers {

    private final ProposalLinks links;
    private final ProposalVersionRepository versions;
    private final ProposalDocuments documents;
    private final DealRepository deals;
    private final DealEffects effects;
    private final ProposalNews news;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalAnswers(
            ProposalLinks links,
            ProposalVersionRepository versions,
            ProposalDocuments documents,
            DealRepository deals,
            DealEffects effects,
            ProposalNews news,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.links = links;
        this.versions = versions;
        this.documents = documents;
        this.deals = deals;
        this.effects = effects;
        this.news = news;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From where an answer comes. */
    record Origin(String address, @Nullable String userAgent) {}

    /** @throws RuleException where it can no longer be accepted; nothing was changed then */
    void accept(LinkToken token, String name, Origin origin) {
        Visit visit = open(token);
        Deal deal = lock(visit);
        ProposalVersion version = lockVersion(visit);
        Instant now = clock.instant();
        version.accept(now, today());
        keep(version, true, name, null, origin, now);
        news.accepted(visit, name);
        versions.flush();
        effects.accepted(deal, version, sender(visit));
        events.publishEvent(new ProposalAccepted(visit.dealId(), visit.proposalId(), visit.number()));
    }

    /** @throws RuleException where it can no longer be declined; nothing was changed then */
    void decline(LinkToken token, @Nullable String name, @Nullable String reason, Origin origin) {
        Visit visit = open(token);
        lock(visit);
        ProposalVersion version = lockVersion(visit);
        Instant now = clock.instant();
        version.decline(now);
        keep(version, false, name, reason, origin, now);
        news.declined(visit, name, reason);
        events.publishEvent(new ProposalDeclined(visit.dealId(), visit.proposalId(), visit.number()));
    }

    /** Counts that a customer opened the proposal, and tells the deal the first time. */
    void read(Visit visit) {
        int times = links.count(visit);
        if (times == 1) {
            news.read(visit);
        }
        events.publishEvent(new ProposalRead(visit.dealId(), visit.proposalId(), visit.number(), times));
    }

    private Visit open(LinkToken token) {
        return links.find(token).filter(Visit::isReadable).orElseThrow(() -> new RuleException("proposal.answer.late"));
    }

    private Deal lock(Visit visit) {
        return deals.findLocked(visit.dealId(), false, true, 0, null)
                .orElseThrow(() -> new RuleException("proposal.answer.late"));
    }

    private ProposalVersion lockVersion(Visit visit) {
        return versions.findLocked(visit.versionId()).orElseThrow();
    }

    private void keep(
            ProposalVersion version,
            boolean accepted,
            @Nullable String name,
            @Nullable String reason,
            Origin origin,
            Instant now) {
        String hash = documents.sha256(version.id());
        documents.keep(
                version.id(), new Answer(accepted, name, reason, now, origin.address(), origin.userAgent(), hash));
    }

    private @Nullable Long sender(Visit visit) {
        Optional<Long> sender = jdbc.sql(
                        "select sent_by from proposal_version where id = :version and sent_by is not null")
                .param("version", visit.versionId())
                .query(Long.class)
                .optional();
        return sender.orElse(null);
    }

    private LocalDate today() {
        String zone =
                jdbc.sql("select time_zone from workspace").query(String.class).single();
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }
}
