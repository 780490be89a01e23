package app.tahap.qualification;

import app.tahap.deal.CriterionCheck;
import app.tahap.pipeline.CriterionKind;
import org.springframework.stereotype.Component;

/** The exit criterion that a deal is qualified; met where its pipeline asks nothing, since nobody could meet it then. */
@Component
class CompletedQualification implements CriterionCheck {

    @Override
    public CriterionKind kind() {
        return CriterionKind.QUALIFICATION;
    }

    /** All is rated where the rated weights' share is 100 %, as every weight is above 0. */
    @Override
    public String condition() {
        return """
                not exists (select from qualification_choice qp
                              join qualification_framework qf on qf.id = qp.framework_id
                              left join qualification_standing qs on qs.deal_id = d.id and qs.coverage = 100
                             where qp.pipeline_id = d.pipeline_id
                               and exists (select from qualification_criterion qc
                                            where qc.framework_id = qf.id and qc.archived_at is null)
                               and (qs.deal_id is null or d.score < qf.minimum_score))""";
    }

    @Override
    public String page(long dealId) {
        return "/deals/" + dealId + "/qualification";
    }
}
