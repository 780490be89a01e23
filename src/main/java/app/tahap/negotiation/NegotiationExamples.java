package app.tahap.negotiation;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.proposal.Offer;
import app.tahap.proposal.Offers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a limit for discounts, requests for approval and terms with deadlines, for a workspace with sample deals. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NegotiationExamples {

    private static final BigDecimal LIMIT = new BigDecimal("15");

    private final DiscountRules rules;
    private final ApprovalService approvals;
    private final TermService terms;
    private final Offers offers;
    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final Clock clock;

    NegotiationExamples(
            DiscountRules rules,
            ApprovalService approvals,
            TermService terms,
            Offers offers,
            Viewers viewers,
            JdbcClient jdbc,
            Clock clock) {
        this.rules = rules;
        this.approvals = approvals;
        this.terms = terms;
        this.offers = offers;
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A term as it is to be written down.
     *
     * @param days from today until its deadline; null for none
     */
    public record Example(
            String title,
            String wanted,
            String offered,
            @Nullable Integer days) {}

    private record Subject(long id, long ownerId) {}

    /** Limits reps, and asks for approval of two drafts above the limit; the first is approved. */
    public void requestApprovals(String reason, String approval) {
        rules.change(new DiscountRule(LIMIT, null, null, null, false, true, 0), 0);
        List<Subject> drafts = jdbc.sql("""
                        select p.id, d.owner_id
                          from proposal p
                          join deal d on d.id = p.deal_id and d.outcome = 'OPEN' and d.deleted_at is null
                          join users u on u.id = d.owner_id and u.role = 'REP' and u.deactivated_at is null
                          join proposal_version v on v.proposal_id = p.id and v.status = 'DRAFT'
                          join proposal_discount o on o.version_id = v.id and o.largest > :limit
                         order by p.id limit 2
                        """)
                .param("limit", LIMIT.movePointLeft(2))
                .query(Subject.class)
                .list();
        for (int i = 0; i < drafts.size(); i++) {
            long request = ask(drafts.get(i), reason);
            if (i == 0) {
                decider(drafts.get(i))
                        .ifPresent(manager -> approvals.decide(request, new DecisionForm(true, approval), manager));
            }
        }
    }

    private long ask(Subject draft, String reason) {
        Viewer owner = viewers.find(draft.ownerId()).orElseThrow();
        Offer offer = offers.draft(draft.id(), owner).orElseThrow();
        approvals.ask(draft.id(), new ApprovalForm(reason, offer.fingerprint(), null), owner);
        return jdbc.sql("select max(id) from approval_request")
                .query(Long.class)
                .single();
    }

    private Optional<Viewer> decider(Subject draft) {
        return jdbc.sql("""
                        select u.id from users u join users o on o.id = :owner
                         where u.role in ('MANAGER', 'ADMINISTRATOR') and u.deactivated_at is null
                         order by u.role desc, u.team_id is not distinct from o.team_id desc, u.id
                        """).param("owner", draft.ownerId()).query(Long.class).list().stream()
                .flatMap(id -> viewers.find(id).stream())
                .filter(viewer -> viewer.role() != Role.REP)
                .findFirst();
    }

    /** Writes terms down, one after the other, on open deals that are negotiated. */
    public void negotiate(List<Example> examples) {
        List<Subject> deals = jdbc.sql("""
                        select d.id, d.owner_id
                          from deal d
                          join stage_tool t on t.stage_id = d.stage_id and t.tool = 'OBJECTIONS'
                          join users u on u.id = d.owner_id and u.deactivated_at is null
                         where d.outcome = 'OPEN' and d.deleted_at is null
                         order by d.last_activity_at desc, d.id limit 4
                        """).query(Subject.class).list();
        for (int i = 0; i < examples.size() && !deals.isEmpty(); i++) {
            Subject deal = deals.get(i % deals.size());
            Viewer owner = viewers.find(deal.ownerId()).orElseThrow();
            terms.add(deal.id(), form(examples.get(i), owner.today(clock)), owner);
        }
    }

    private static TermForm form(Example example, LocalDate today) {
        Integer days = example.days();
        LocalDate deadline = days == null ? null : today.plusDays(days);
        return new TermForm(
                example.title(),
                example.wanted(),
                example.offered(),
                deadline == null ? TermStatus.AGREED : TermStatus.OPEN,
                deadline,
                true,
                null,
                null);
    }
}
