package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.exchange.ImportSettings.Values;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.Pipeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;

/** Takes files through the wizard as a manager would who accepts its every guess. */
@TestConfiguration(proxyBeanMethods = false)
public class ImportFixtures {

    private final ImportService service;
    private final ImportJobs jobs;
    private final ImportViews views;
    private final Fields fields;
    private final ImportSheets sheets;

    ImportFixtures(ImportService service, ImportJobs jobs, ImportViews views, Fields fields, ImportSheets sheets) {
        this.service = service;
        this.jobs = jobs;
        this.views = views;
        this.fields = fields;
        this.sheets = sheets;
    }

    static Content content(String file) {
        return content(file.getBytes(StandardCharsets.UTF_8));
    }

    static Content content(byte[] file) {
        return () -> new ByteArrayInputStream(file);
    }

    /** Imports a file and returns the import's id. */
    long bringIn(Content file, Pipeline pipeline, Viewer importer) {
        long id = check(file, pipeline, importer);
        jobs.run(id, version(id, importer), importer);
        await(id, importer);
        return id;
    }

    /** Takes a file as far as to the end of the dry run, and returns the import's id. */
    long check(Content file, Pipeline pipeline, Viewer importer) {
        long id = upload(file, importer);
        List<String> headings = service.load(id, importer).getSettings().headings();
        Map<Long, Integer> custom =
                CustomFields.guess(headings, DealField.guess(headings).values(), fields.inUse(RecordKind.DEAL));
        Set<Integer> used = new HashSet<>(DealField.guess(headings).values());
        used.addAll(custom.values());
        Columns columns = new Columns(
                DealField.guess(headings),
                pipeline.id(),
                importer.baseCurrency().getCurrencyCode(),
                true,
                "",
                custom,
                ImportSheets.guess(headings, used, sheets.groups(importer.locale())));
        service.describe(id, columns, version(id, importer), importer);
        Import described = service.load(id, importer);
        Values values = described.getSettings().toldValues();
        ValuesForm form = new ValuesForm(
                targets(values.stages()), targets(values.outcomes()), targets(values.owners()), described.getVersion());
        jobs.check(id, form, importer);
        await(id, importer);
        return id;
    }

    int version(long id, Viewer importer) {
        return service.load(id, importer).getVersion();
    }

    ImportResult result(long id, Viewer importer) {
        return Objects.requireNonNull(views.load(id, importer).result());
    }

    private long upload(Content file, Viewer importer) {
        try {
            return service.upload("deals.csv", 1, file, importer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void await(long id, Viewer importer) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !views.load(id, importer)
                .isWorking());
    }

    private static List<String> targets(List<Meaning> meanings) {
        return meanings.stream()
                .map(meaning -> Objects.requireNonNullElse(meaning.target(), ValuesForm.REFUSE))
                .toList();
    }
}
