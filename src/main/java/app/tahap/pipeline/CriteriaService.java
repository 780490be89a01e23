package app.tahap.pipeline;

import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and sets what stages ask for. */
@Service
@Transactional
class CriteriaService {

    private final StageRepository stages;
    private final StageCriteria criteria;
    private final CheckableCriteria checkable;
    private final Fields fields;

    CriteriaService(StageRepository stages, StageCriteria criteria, CheckableCriteria checkable, Fields fields) {
        this.stages = stages;
        this.criteria = criteria;
        this.checkable = checkable;
        this.fields = fields;
    }

    CriteriaForm form(long stageId) {
        Stage stage =
                stages.findByIdAndArchivedAtIsNull(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
        return CriteriaForm.of(criteria.of(stageId), stage.getVersion());
    }

    /** What can be asked for, apart from items of the checklist. */
    List<Offer> offers() {
        Stream<Offer> kinds = Arrays.stream(CriterionKind.values())
                .filter(CriterionKind::isSingle)
                .filter(checkable.kinds()::contains)
                .map(kind -> new Offer(kind, null, null));
        Stream<Offer> custom = fields.inUse(RecordKind.DEAL).stream()
                .map(field -> new Offer(CriterionKind.FIELD, field.id(), field.name()));
        return Stream.concat(kinds, custom).toList();
    }

    /**
     * What a stage can ask for.
     *
     * @param fieldId which custom field, and its name
     */
    record Offer(
            CriterionKind kind,
            @Nullable Long fieldId,
            @Nullable String name) {

        /** By which it stands in the form. */
        public String key() {
            return fieldId == null ? kind.name() : kind + "-" + fieldId;
        }
    }

    void set(long stageId, CriteriaForm form) {
        Stage stage = stages.findForEdit(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
        Versions.requireCurrent(Stage.class, stage.getVersion(), form.version());
        List<StageCriteria.Row> before = criteria.of(stageId);
        List<Long> gone = new ArrayList<>();
        setKinds(stageId, before, form, gone);
        setItems(stageId, before, form, gone);
        criteria.remove(gone);
    }

    /** A kind that is not offered, since what it speaks of is gone, stays out of the form and as it is. */
    private void setKinds(long stageId, List<StageCriteria.Row> before, CriteriaForm form, List<Long> gone) {
        Map<String, StageCriteria.Row> present = before.stream()
                .filter(row -> !row.isItem())
                .collect(Collectors.toMap(StageCriteria.Row::key, Function.identity()));
        for (Offer offer : offers()) {
            set(stageId, offer, present.get(offer.key()), form.need(offer.key()), gone);
        }
    }

    private void set(
            long stageId, Offer offer, StageCriteria.@Nullable Row present, @Nullable Need need, List<Long> gone) {
        if (present == null && need != null) {
            criteria.add(stageId, offer.kind(), offer.fieldId(), null, need);
        } else if (present != null && need == null) {
            gone.add(present.id());
        } else if (present != null && need != present.need()) {
            criteria.change(present.id(), null, Objects.requireNonNull(need));
        }
    }

    private void setItems(long stageId, List<StageCriteria.Row> before, CriteriaForm form, List<Long> gone) {
        Map<String, StageCriteria.Row> present = before.stream()
                .filter(StageCriteria.Row::isItem)
                .collect(Collectors.toMap(row -> Long.toString(row.id()), Function.identity()));
        for (CriteriaForm.Item item : form.items()) {
            StageCriteria.Row row = present.get(item.name());
            if (row == null && !item.isBlank()) {
                criteria.add(stageId, CriterionKind.CHECKLIST, null, item.written(), item.need());
            } else if (row != null && item.isBlank()) {
                gone.add(row.id());
            } else if (row != null) {
                criteria.change(row.id(), item.written(), item.need());
            }
        }
    }
}
