package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealHeads;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which an objection is written down or changed, with answers that worked beside it. */
@Component
class ObjectionPages {

    private static final int ANSWERS = 5;

    private final DealHeads deals;
    private final Objections objections;
    private final ObjectionRepository stored;
    private final AnswerLibrary library;

    ObjectionPages(DealHeads deals, Objections objections, ObjectionRepository stored, AnswerLibrary library) {
        this.deals = deals;
        this.objections = objections;
        this.stored = stored;
        this.library = library;
    }

    /**
     * Shows the form that the model holds.
     *
     * @param objectionId null for a new one
     */
    String form(long dealId, @Nullable Long objectionId, Viewer viewer, Model model) {
        ObjectionForm form = (ObjectionForm) Objects.requireNonNull(model.getAttribute("form"));
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deals.load(dealId, viewer));
        model.addAttribute("id", objectionId);
        Objection present = objectionId == null ? null : stored.load(objectionId, dealId);
        model.addAttribute("present", present == null ? null : ObjectionForm.of(present));
        model.addAttribute("types", objections.types(present == null ? null : present.getTypeId()));
        model.addAttribute("outcomes", ObjectionOutcome.values());
        model.addAttribute("answers", library.answers(form.type(), null, 0, ANSWERS, viewer));
        return "negotiation/objection";
    }
}
