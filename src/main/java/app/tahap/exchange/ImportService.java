package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Values;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.RuleException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files in and lets their way in be described, step by step. */
@Service
@Transactional
class ImportService {

    private final ImportRepository imports;
    private final StoredFiles files;
    private final ImportRefusals refusals;
    private final ImportOwners owners;
    private final ImportMemory memory;
    private final Pipelines pipelines;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            StoredFiles files,
            ImportRefusals refusals,
            ImportOwners owners,
            ImportMemory memory,
            Pipelines pipelines,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.refusals = refusals;
        this.owners = owners;
        this.memory = memory;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    /**
     * Keeps a file, with the format it seems to have, and returns the import's id.
     *
     * @throws UnreadableFileException where it is no table with at least one row; nothing is kept then
     */
    long upload(String name, long size, Content content, Viewer viewer) throws IOException {
        FileFormat format = FormatGuess.guess(content, viewer.locale());
        FileSurvey survey = FileSurvey.of(content, format);
        if (survey.rows() == 0) {
            boolean empty = survey.headings().isEmpty();
            throw new UnreadableFileException(empty ? "exchange.file.empty" : "exchange.file.heading-only");
        }
        Import created =
                imports.saveAndFlush(new Import(brief(name), size, format, survey, viewer.id(), clock.instant()));
        try (InputStream bytes = content.open()) {
            files.store(created.id(), bytes);
        }
        return created.id();
    }

    /** The name of a file without folders, as long as it can be kept. */
    static String brief(String name) {
        String plain =
                name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty() ? "?" : plain.substring(Math.max(0, plain.length() - 255));
    }

    @Transactional(readOnly = true)
    Import load(long id, Viewer viewer) {
        return imports.load(id, viewer);
    }

    /** How a file is read, whatever it holds. */
    @Transactional(readOnly = true)
    ImportSettings settings(long id, Viewer viewer) {
        return imports.loadAny(id, viewer).getSettings();
    }

    /**
     * An import that can still be described.
     *
     * @throws ImportBegunException where it is too late for that
     */
    @Transactional(readOnly = true)
    Import loadEditable(long id, Viewer viewer) {
        Import work = imports.load(id, viewer);
        if (!work.isEditable(clock.instant())) {
            throw new ImportBegunException(id);
        }
        return work;
    }

    /** The file of an import, for reading it. */
    Content content(Import work) {
        return () -> files.open(work.id());
    }

    /** Says how the file is written. */
    void describe(long id, FileFormat format, int version, Viewer viewer) {
        Import work = forChange(id, version, viewer);
        work.describe(format, FileSurvey.of(content(work), format), clock.instant());
    }

    /** Says what the columns tell, and takes their values to mean what they meant before, or guesses. */
    void describe(long id, Columns columns, int version, Viewer viewer) {
        Import work = forChange(id, version, viewer);
        ValueTargets targets = targets(columns, viewer);
        ValueSurvey survey = ValueSurvey.of(content(work), work.getSettings().format(), columns);
        Values guessed = targets.guess(survey, columns);
        Values recalled = memory.values(work.getSettings().headings(), columns, viewer)
                .map(earlier -> targets.recall(guessed, earlier))
                .orElse(guessed);
        work.describe(columns, recalled, clock.instant());
    }

    /** Says what the values mean, and prepares the dry run by a job whose id it returns. */
    UUID check(long id, ValuesForm form, Viewer viewer) {
        Import work = forChange(id, Objects.requireNonNullElse(form.version(), -1), viewer);
        ImportSettings settings = work.getSettings();
        Values told = targets(settings.toldColumns(), viewer).choose(settings.toldValues(), form);
        UUID job = UUID.randomUUID();
        work.check(told, job, clock.instant());
        refusals.clear(id);
        return job;
    }

    /** Prepares the run by a job whose id it returns. */
    UUID run(long id, int version, Viewer viewer) {
        Import work = forChange(id, version, viewer);
        imports.buryRunningBefore(clock.instant().minus(ImportStatus.SILENCE));
        UUID job = UUID.randomUUID();
        work.run(job, clock.instant());
        refusals.clear(id);
        return begun(work, job);
    }

    /** Prepares another job, whose id it returns, that goes on where a dead one stopped. */
    UUID goOn(long id, Viewer viewer) {
        Import work = imports.loadForChange(id, viewer);
        UUID job = UUID.randomUUID();
        work.goOn(job, clock.instant());
        return begun(work, job);
    }

    private UUID begun(Import work, UUID job) {
        try {
            imports.saveAndFlush(work);
            return job;
        } catch (DataIntegrityViolationException anotherRuns) {
            throw new RuleException("exchange.run.other");
        }
    }

    /** Forgets a file from which nothing came. */
    void delete(long id, Viewer viewer) {
        Import work = imports.loadAnyForChange(id, viewer);
        work.requireDeletable(clock.instant());
        imports.delete(work);
    }

    private Import forChange(long id, int version, Viewer viewer) {
        Import work = imports.loadForChange(id, viewer);
        work.requireVersion(version);
        return work;
    }

    private ValueTargets targets(Columns columns, Viewer viewer) {
        PipelineView pipeline = Pipelines.choose(pipelines.all(), columns.pipeline());
        return new ValueTargets(pipeline.stages(), owners.visibleTo(viewer), viewer.id());
    }
}
