package app.tahap.negotiation;

import app.tahap.account.Role;
import app.tahap.deal.DealAudience;
import app.tahap.proposal.Offer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may decide about an offer: managers and administrators who may see the deal and may offer as much themselves, but never who
 * asked. An administrator needs no approval, so there is always somebody.
 */
@Component
class Deciders {

    private final JdbcClient jdbc;
    private final DealAudience audience;
    private final DiscountRules rules;

    Deciders(JdbcClient jdbc, DealAudience audience, DiscountRules rules) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.rules = rules;
    }

    private record Candidate(long id, Role role, boolean ofTeam) {}

    /** Whom to tell: the managers of the owner's team, or all where none of them may decide; and administrators. */
    Collection<Long> of(Offer offer, long requesterId) {
        DiscountRule rule = rules.load();
        List<Candidate> able = jdbc
                .sql("""
                        select u.id, u.role, u.team_id is not null and u.team_id = o.team_id as of_team
                          from users u join deal d on d.id = :deal join users o on o.id = d.owner_id
                         where u.role in ('MANAGER', 'ADMINISTRATOR') and u.deactivated_at is null and u.id <> :requester
                        """)
                .param("deal", offer.dealId())
                .param("requester", requesterId)
                .query(Candidate.class)
                .list()
                .stream()
                .filter(one -> rule.limits(one.role()).allow(offer.largestDiscount(), offer.margin()))
                .toList();
        Set<Long> seeing = audience.among(able.stream().map(Candidate::id).toList(), offer.dealId());
        List<Candidate> asked =
                able.stream().filter(one -> seeing.contains(one.id())).toList();
        boolean byTeam = asked.stream().anyMatch(one -> one.role() == Role.MANAGER && one.ofTeam());
        return asked.stream()
                .filter(one -> one.role() == Role.ADMINISTRATOR || one.ofTeam() || !byTeam)
                .map(Candidate::id)
                .toList();
    }
}
