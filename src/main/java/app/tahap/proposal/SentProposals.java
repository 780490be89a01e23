package app.tahap.proposal;

import app.tahap.deal.CriterionCheck;
import app.tahap.pipeline.CriterionKind;
import org.springframework.stereotype.Component;

/** The exit criterion that a proposal was sent: also one that was answered since, but none that was taken back. */
@Component
class SentProposals implements CriterionCheck {

    @Override
    public CriterionKind kind() {
        return CriterionKind.PROPOSAL;
    }

    @Override
    public String condition() {
        return """
                exists (select from proposal p join proposal_version v on v.proposal_id = p.id
                         where p.deal_id = d.id and v.status in ('SENT', 'ACCEPTED', 'DECLINED'))""";
    }

    @Override
    public String page(long dealId) {
        return "/deals/" + dealId + "#panel-proposals";
    }
}
