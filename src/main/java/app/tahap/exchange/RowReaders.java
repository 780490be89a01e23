package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.activity.ActivityKind;
import app.tahap.activity.ActivityKinds;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.StageRepository;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes readers of rows, which know what the workspace has at the moment. */
@Component
class RowReaders {

    private final StageRepository stages;
    private final Fields fields;
    private final ImportOwners owners;
    private final ImportSheets sheets;
    private final ActivityKinds kinds;
    private final Clock clock;

    RowReaders(
            StageRepository stages,
            Fields fields,
            ImportOwners owners,
            ImportSheets sheets,
            ActivityKinds kinds,
            Clock clock) {
        this.stages = stages;
        this.fields = fields;
        this.owners = owners;
        this.sheets = sheets;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** @param width how many cells a row must have */
    RowReader reader(ImportSettings settings, int width, Viewer importer) {
        Columns columns = settings.toldColumns();
        FileText text = FileText.of(columns, settings.format(), importer.zone());
        long first = stages.findAllOf(columns.pipeline()).get(0).id();
        CustomFields custom = CustomFields.of(fields.inUse(RecordKind.DEAL), columns, text, owners.visibleTo(importer));
        SheetReader others = sheets.reader(columns, text, importer.locale());
        return new RowReader(
                settings,
                new RowReader.Others(custom, others, kinds()),
                first,
                width,
                importer.zone(),
                clock.instant());
    }

    /** Those on offer before archived ones, which never share a label. */
    private Map<String, Long> kinds() {
        Map<String, Long> ids = new HashMap<>();
        List<ActivityKind> all = kinds.all();
        all.forEach(kind -> ids.putIfAbsent(kind.label().toLowerCase(Locale.ROOT), kind.id()));
        return ids;
    }
}
