package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.money.Money;
import app.tahap.web.Csv;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of deals as a file: the same filter and order, all pages, some rows at a time. */
@Controller
class DealCsvController {

    /** Deals whose columns of other modules are read together. */
    private static final int BATCH = 500;

    private final DealList list;
    private final DealSheets sheets;
    private final Fields fields;
    private final FieldWords fieldWords;
    private final MessageSource messages;
    private final Clock clock;

    DealCsvController(
            DealList list,
            DealSheets sheets,
            Fields fields,
            FieldWords fieldWords,
            MessageSource messages,
            Clock clock) {
        this.list = list;
        this.sheets = sheets;
        this.fields = fields;
        this.fieldWords = fieldWords;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/deals.csv")
    void export(
            DealCriteria criteria,
            @RequestParam(defaultValue = "CREATED") DealSort sort,
            @RequestParam(defaultValue = "true") boolean descending,
            HttpServletResponse response,
            Viewer viewer)
            throws IOException {
        String file = "deals-%s.csv".formatted(viewer.today(clock));
        List<Field> custom = fields.inUse(RecordKind.DEAL);
        FieldWords.Cells cells = fieldWords.cells(custom, viewer.locale());
        List<SheetColumn> more = sheets.columns(viewer.locale());
        Csv csv = Csv.download(response, file, headings(custom, more, viewer.locale()));
        Consumer<List<DealRow>> writer = rows -> {
            Map<Long, List<@Nullable Object>> others =
                    sheets.cells(more, rows.stream().map(DealRow::id).toList(), viewer.locale());
            rows.forEach(row -> csv.row(Stream.of(
                            Arrays.stream(cells(row, viewer)),
                            custom.stream()
                                    .map(field ->
                                            cells.write(field, row.fields().get(field.id()))),
                            Objects.requireNonNull(others.get(row.id())).stream())
                    .flatMap(Function.identity())
                    .toArray()));
        };
        list.forEach(criteria, sort, descending, viewer, BATCH, writer);
    }

    private String[] headings(List<Field> custom, List<SheetColumn> more, Locale locale) {
        Stream<String> columns = Stream.of(
                "title",
                "organization",
                "person",
                "pipeline",
                "stage",
                "outcome",
                "reason",
                "amount",
                "currency",
                "owner",
                "source",
                "campaign",
                "tags",
                "expected",
                "created",
                "closed",
                "score",
                "next",
                "next.due",
                "next.time",
                "activity");
        return Stream.of(
                        Stream.of("ID"),
                        columns.map(column -> messages.getMessage("deal.list." + column, null, locale)),
                        custom.stream().map(Field::name),
                        more.stream().map(SheetColumn::name))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    private @Nullable Object[] cells(DealRow row, Viewer viewer) {
        Money money = row.money();
        StepView step = row.nextStep();
        return new @Nullable Object[] {
            row.id(),
            row.title(),
            row.organization(),
            row.person(),
            row.pipeline(),
            row.stageKnown() ? row.stage() : null,
            messages.getMessage("deal.outcome." + row.outcome(), null, viewer.locale()),
            row.reason(),
            money == null ? null : money.amount().stripTrailingZeros(),
            money == null ? null : money.currency(),
            row.owner(),
            row.source(),
            row.campaign(),
            Tag.join(row.tags()),
            row.expectedClose(),
            Show.isoDate(row.createdAt(), viewer.zone()),
            Show.isoDate(row.closedAt(), viewer.zone()),
            row.score(),
            step == null ? null : step.subject(),
            step == null ? null : step.due(),
            step == null ? null : step.time(),
            Show.isoDate(row.lastActivityAt(), viewer.zone())
        };
    }
}
