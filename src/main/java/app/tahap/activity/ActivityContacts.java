package app.tahap.activity;

import app.tahap.deal.CriterionCheck;
import app.tahap.pipeline.CriterionKind;
import org.springframework.stereotype.Component;

/** A logged contact: an activity was done of a kind that counts as contact. */
@Component
class ActivityContacts implements CriterionCheck {

    @Override
    public CriterionKind kind() {
        return CriterionKind.CONTACT;
    }

    @Override
    public String condition() {
        return """
                exists (select from activity a join activity_kind k on k.id = a.kind_id
                         where a.deal_id = d.id and a.done_at is not null and a.deleted_at is null and k.contact)""";
    }

    @Override
    public String page(long dealId) {
        return "/deals/" + dealId + "/activities/new?done=true";
    }
}
