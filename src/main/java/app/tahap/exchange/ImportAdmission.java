package app.tahap.exchange;

import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageHeirs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whether what rows stand for is still there, and keeps it there until the end of the transaction that writes them:
 * while a job runs, stages are removed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportAdmission {

    private final StageHeirs stages;

    ImportAdmission(StageHeirs stages) {
        this.stages = stages;
    }

    /** The same rows: refused, or for the stage in use that took over from the one chosen. */
    List<ReadRow> admit(List<ReadRow> rows, Columns columns) {
        Map<Long, Stage> heirs = stages.enter(
                columns.pipeline(),
                rows.stream()
                        .map(ReadRow::draft)
                        .filter(Objects::nonNull)
                        .map(DealDraft::stage)
                        .toList());
        return rows.stream().map(row -> standing(row, heirs)).toList();
    }

    private static ReadRow standing(ReadRow row, Map<Long, Stage> heirs) {
        if (row.draft() == null) {
            return row;
        }
        Stage heir = heirs.get(row.draft().stage());
        return heir == null ? row.refusedFor(Problem.of("stage.archived")) : row.entering(heir.id());
    }
}
