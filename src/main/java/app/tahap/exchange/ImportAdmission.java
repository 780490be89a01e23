package app.tahap.exchange;

import app.tahap.account.Owners;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageHeirs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whether what rows stand for is still there, and keeps it there until the end of the transaction that writes them:
 * while a job runs, stages are removed and people deactivated.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportAdmission {

    private final StageHeirs stages;
    private final Owners owners;

    ImportAdmission(StageHeirs stages, Owners owners) {
        this.stages = stages;
        this.owners = owners;
    }

    /**
     * The same rows: those of open deals refused where the owner has left, the others for the stage in use that took over
     * from the one chosen.
     */
    List<ReadRow> admit(List<ReadRow> rows, Columns columns) {
        List<DealDraft> drafts =
                rows.stream().map(ReadRow::draft).filter(Objects::nonNull).toList();
        Map<Long, Stage> heirs = stages.enter(
                columns.pipeline(), drafts.stream().map(DealDraft::stage).toList());
        Set<String> active = active(drafts);
        return rows.stream().map(row -> admit(row, heirs, active, columns)).toList();
    }

    private Set<String> active(List<DealDraft> drafts) {
        List<Long> ids = drafts.stream()
                .map(DealDraft::owner)
                .filter(owner -> !owner.equals(Meaning.NEW))
                .map(Long::valueOf)
                .toList();
        return Stream.concat(
                        Stream.of(Meaning.NEW), owners.stayActive(ids).stream().map(String::valueOf))
                .collect(Collectors.toSet());
    }

    private static ReadRow admit(ReadRow row, Map<Long, Stage> heirs, Set<String> active, Columns columns) {
        DealDraft draft = row.draft();
        if (draft == null) {
            return row;
        }
        if (!draft.outcome().isClosed() && !active.contains(draft.owner())) {
            return row.refusedFor(Problem.of("owner.inactive", columns.text(DealField.OWNER, row.row())));
        }
        Stage heir = heirs.get(draft.stage());
        return heir == null ? row.refusedFor(Problem.of("stage.archived")) : row.entering(heir.id());
    }
}
