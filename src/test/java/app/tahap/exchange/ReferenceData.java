package app.tahap.exchange;

import static org.junit.jupiter.api.Assertions.fail;

import app.tahap.account.Viewer;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.exchange.ImportSettings.Values;
import app.tahap.pipeline.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * The 8,800 opportunities of the reference data set, imported as a manager would: every guess of the wizard is accepted.
 * They lie beside the checkout, in shared/data of one of the folders above it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ReferenceData {

    private static final String FILE = "shared/data/crm-sales-opportunities/sales_pipeline.csv";

    private final ImportService service;
    private final ImportJobs jobs;
    private final ImportViews views;

    ReferenceData(ImportService service, ImportJobs jobs, ImportViews views) {
        this.service = service;
        this.jobs = jobs;
        this.views = views;
    }

    /** Where the file lies. Without it the test is aborted, and fails where it is demanded: in CI. */
    public static Path file() {
        Optional<Path> file = Stream.iterate(
                        Path.of("").toAbsolutePath(), Objects::nonNull, folder -> folder.getParent())
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isReadable)
                .findFirst();
        String missing = "NO REFERENCE DATA: " + FILE + " is in no folder above "
                + Path.of("").toAbsolutePath();
        if (file.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail(missing);
        }
        Assumptions.assumeTrue(file.isPresent(), missing);
        return file.orElseThrow();
    }

    /** Imports the reference data and returns the import's id. */
    public long bringIn(Pipeline pipeline, Viewer manager) {
        Path file = file();
        return bringIn(file.getFileName().toString(), () -> open(file), pipeline, manager);
    }

    long bringIn(String name, Content content, Pipeline pipeline, Viewer manager) {
        long id = check(name, content, pipeline, manager);
        jobs.run(id, service.load(id, manager).getVersion(), manager);
        await(id, manager);
        return id;
    }

    long check(String name, Content content, Pipeline pipeline, Viewer manager) {
        try {
            long id = service.upload(name, 1, content, manager);
            Import uploaded = service.load(id, manager);
            Columns columns = new Columns(
                    DealField.guess(uploaded.getSettings().headings()),
                    pipeline.id(),
                    manager.baseCurrency().getCurrencyCode(),
                    true,
                    "");
            service.describe(id, columns, uploaded.getVersion(), manager);
            Import described = service.load(id, manager);
            Values values = described.getSettings().toldValues();
            jobs.check(
                    id,
                    new ValuesForm(
                            targets(values.stages()),
                            targets(values.outcomes()),
                            targets(values.owners()),
                            described.getVersion()),
                    manager);
            await(id, manager);
            return id;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void await(long id, Viewer manager) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !views.load(id, manager)
                .isWorking());
    }

    private static List<String> targets(List<Meaning> meanings) {
        return meanings.stream()
                .map(meaning -> Objects.requireNonNullElse(meaning.target(), ValuesForm.REFUSE))
                .toList();
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
