package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.PassageView.Asked;
import app.tahap.field.Field;
import app.tahap.field.FieldForm;
import app.tahap.field.FieldForms;
import app.tahap.field.FieldValues;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.CriterionKind;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.Htmx;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/** Shows what a deal lacks on its way to a stage or to being won. */
@Component
class PassagePanel {

    private final DealViews views;
    private final ExitCriteria criteria;
    private final CriterionWords words;
    private final StageRepository stages;
    private final Fields definitions;
    private final FieldForms fieldForms;
    private final PassageParts parts;

    PassagePanel(
            DealViews views,
            ExitCriteria criteria,
            CriterionWords words,
            StageRepository stages,
            Fields definitions,
            FieldForms fieldForms,
            PassageParts parts) {
        this.views = views;
        this.criteria = criteria;
        this.words = words;
        this.stages = stages;
        this.definitions = definitions;
        this.fieldForms = fieldForms;
        this.parts = parts;
    }

    /** @param stageId where it goes; null where it is to be won */
    PassageView show(
            long dealId, @Nullable Long stageId, PassageForm form, MultiValueMap<String, String> typed, Viewer viewer) {
        DealView deal = views.load(dealId, viewer);
        List<ExitCriterion> missing = (stageId == null ? criteria.ofStage(dealId) : criteria.passed(dealId, stageId))
                .stream().filter(criterion -> !criterion.met()).toList();
        Map<String, Asked> asked = new LinkedHashMap<>();
        missing.forEach(criterion ->
                asked.merge(key(criterion), asked(criterion, dealId, viewer), (a, b) -> a.required() ? a : b));
        boolean source = missing.stream().anyMatch(criterion -> criterion.kind() == CriterionKind.SOURCE);
        return new PassageView(
                deal,
                stageId == null ? null : name(stageId),
                missing.stream().map(ExitCriterion::stage).distinct().toList(),
                List.copyOf(asked.values()),
                missing.stream().anyMatch(ExitCriterion::required),
                source ? views.sources(deal.sourceId()) : List.of(),
                parts.show(asked.values(), deal, form, viewer),
                customFields(dealId, missing, form, typed, viewer));
    }

    /** The administrator's fields that are asked for; who has seen that is told what is still missing. */
    private FieldForm customFields(
            long dealId,
            List<ExitCriterion> missing,
            PassageForm form,
            MultiValueMap<String, String> typed,
            Viewer viewer) {
        Map<Long, Boolean> asked = new LinkedHashMap<>();
        missing.stream()
                .filter(criterion -> criterion.kind() == CriterionKind.FIELD)
                .forEach(criterion -> asked.merge(
                        Objects.requireNonNull(criterion.fieldId()), criterion.required(), Boolean::logicalOr));
        if (asked.isEmpty()) {
            return new FieldForm(List.of(), FieldValues.NONE);
        }
        List<Field> fields = definitions.inUse(RecordKind.DEAL).stream()
                .filter(field -> asked.containsKey(field.id()))
                .map(field ->
                        !form.isExcepted() && Objects.requireNonNull(asked.get(field.id())) ? field.demanded() : field)
                .toList();
        FieldValues values = definitions.values(RecordKind.DEAL, dealId);
        return form.isAsked() ? fieldForms.read(fields, typed, values, viewer) : fieldForms.of(fields, values, viewer);
    }

    /** Tells at their fields what is still missing, to who has seen that it is asked for. */
    void tell(CriteriaMissingException refused, PassageForm form, Errors errors) {
        if (!form.isAsked()) {
            return;
        }
        refused.missing().stream().map(ExitCriterion::kind).distinct().forEach(kind -> {
            String field = field(kind);
            if (field != null) { // of others it is said where they are shown
                errors.rejectValue(
                        field, kind == CriterionKind.CHECKLIST ? "deal.criteria.tick" : "deal.criteria.required");
            }
        });
    }

    /**
     * Whether who filled in what a deal lacks is asked to look at it again, since the deal has changed meanwhile: it is open
     * and where it was. Others are told what has happened to it.
     *
     * @param from the stage in which it was seen; null where that is not known
     */
    boolean asksAgain(long dealId, @Nullable Long from, PassageForm form, Errors errors, Viewer viewer) {
        if (!form.isAsked()) {
            return false;
        }
        DealView deal = views.load(dealId, viewer);
        boolean again = deal.isOpen() && !deal.deleted() && (from == null || from == deal.stageId());
        if (again) {
            errors.reject("deal.criteria.stale");
        }
        return again;
    }

    /** Shows it again, with what is wrong with it. */
    static HttpStatus status(Errors errors) {
        return errors.hasGlobalErrors() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    static String page(HttpServletRequest request, Model model) {
        model.addAttribute("section", "deals");
        return Htmx.isEnhanced(request) ? "deal/passage :: form" : "deal/passage";
    }

    private static @Nullable String field(CriterionKind kind) {
        return switch (kind) {
            case AMOUNT -> "amount";
            case EXPECTED_CLOSE -> "expectedClose";
            case ORGANIZATION -> "organizationName";
            case PERSON -> "personName";
            case SOURCE -> "sourceId";
            case CHECKLIST -> "ticked";
            case FIELD, QUALIFICATION, CONTACT, PROPOSAL -> null;
        };
    }

    private Asked asked(ExitCriterion criterion, long dealId, Viewer viewer) {
        return new Asked(
                criterion.id(),
                criterion.kind(),
                words.label(criterion, viewer.locale()),
                criterion.required(),
                words.page(criterion, dealId));
    }

    /** What several stages ask for is filled in once; items of checklists are each one of their own. */
    private static String key(ExitCriterion criterion) {
        return criterion.kind() == CriterionKind.CHECKLIST
                ? "item " + criterion.id()
                : criterion.kind() + " " + criterion.fieldId();
    }

    private String name(long stageId) {
        return stages.findByIdAndArchivedAtIsNull(stageId)
                .orElseThrow(() -> new NotFoundException("stage", stageId))
                .getName();
    }
}
