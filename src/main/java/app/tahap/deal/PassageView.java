package app.tahap.deal;

import app.tahap.field.FieldForm;
import app.tahap.pipeline.CriterionKind;
import app.tahap.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deal lacks on its way, with what can be filled in on the spot.
 *
 * @param target the name of the stage to which it goes; null where it is to be won
 * @param stages the names of the stages that ask for it
 * @param held whether something required is missing
 * @param parts what the modules above let be filled in
 * @param customFields those of the administrator's that are asked for
 * @param sources the lead sources to choose from; empty where none is asked for
 */
record PassageView(
        DealView deal,
        @Nullable String target,
        List<String> stages,
        List<Asked> asked,
        boolean held,
        List<Choice> sources,
        List<Part> parts,
        FieldForm customFields) {

    /** What is a fact of the deal and has a field of its own. */
    public List<Asked> fields() {
        return asked.stream()
                .filter(one -> one.kind() != CriterionKind.CHECKLIST
                        && one.kind() != CriterionKind.FIELD
                        && one.page() == null)
                .toList();
    }

    public List<Asked> items() {
        return asked.stream()
                .filter(one -> one.kind() == CriterionKind.CHECKLIST)
                .toList();
    }

    /** What is done on a page of its own. */
    public List<Asked> pages() {
        return asked.stream()
                .filter(one -> one.page() != null
                        && parts.stream().noneMatch(part -> part.asked().equals(one)))
                .toList();
    }

    /** Whether something required is done on a page of its own. */
    public boolean leads() {
        return pages().stream().anyMatch(Asked::required);
    }

    /** Fields of the modules above. */
    record Part(Asked asked, String template, Object view) {}

    /**
     * @param criterion one of those that ask for the same
     * @param page null for what is filled in on the spot
     */
    record Asked(
            long criterion,
            CriterionKind kind,
            String label,
            boolean required,
            @Nullable String page) {}
}
