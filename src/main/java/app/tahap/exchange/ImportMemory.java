package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Values;
import app.tahap.pipeline.PipelineView;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was said of the last imported file with the same columns, by the same person or else by anybody: whoever imports
 * once a week says it once.
 */
@Repository
class ImportMemory {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportMemory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What the columns told, unless that pipeline is not in use any more. */
    Optional<Columns> columns(List<String> headings, List<PipelineView> inUse, Viewer viewer) {
        return last(headings, viewer).map(ImportSettings::toldColumns).filter(columns -> inUse.stream()
                .anyMatch(pipeline -> pipeline.id() == columns.pipeline()));
    }

    /** What the values meant, if they are those of the same columns. */
    Optional<Values> values(List<String> headings, Columns columns, Viewer viewer) {
        return last(headings, viewer)
                .filter(settings -> settings.toldColumns().fields().equals(columns.fields()))
                .map(ImportSettings::toldValues);
    }

    private Optional<ImportSettings> last(List<String> headings, Viewer viewer) {
        return headings.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                                select settings::text from deal_import
                                 where kind is null and status in ('RUNNING', 'INTERRUPTED', 'FINISHED')
                                   and settings -> 'headings' = :headings::jsonb
                                 order by (uploaded_by = :viewer) desc, id desc limit 1
                                """)
                        .param("headings", json.writeValueAsString(headings))
                        .param("viewer", viewer.id())
                        .query(String.class)
                        .optional()
                        .map(settings -> json.readValue(settings, ImportSettings.class));
    }
}
