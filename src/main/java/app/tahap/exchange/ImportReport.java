package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.DealAddress;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealCriteriaBuilder;
import app.tahap.deal.DealImport;
import app.tahap.deal.DealTrait;
import app.tahap.deal.ImportedDeals;
import app.tahap.deal.Outcome;
import app.tahap.exchange.ImportRefusals.Refusal;
import app.tahap.exchange.ImportResult.Group;
import app.tahap.money.Money;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Paging;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Says in words what came of an import, or would come of it. */
@Component
class ImportReport {

    private static final int PAGE = 50;
    private static final int SHOWN_CELLS = 160;

    private static final String RATE = "rate";

    private final ImportRefusals refusals;
    private final DealImport deals;
    private final ImportedDeals imported;
    private final Pipelines pipelines;
    private final MessageSource messages;

    ImportReport(
            ImportRefusals refusals,
            DealImport deals,
            ImportedDeals imported,
            Pipelines pipelines,
            MessageSource messages) {
        this.refusals = refusals;
        this.deals = deals;
        this.imported = imported;
        this.pipelines = pipelines;
        this.messages = messages;
    }

    /** A group of new deals and what they are worth. */
    record GroupRow(String label, int deals, List<Money> amounts) {}

    /** A refused row, its reasons in words, and its beginning. */
    record RefusedRow(int number, List<String> reasons, String content) {}

    /** A kind of doubt and the number of rows. */
    record Warning(String key, int rows) {}

    void describe(ImportView work, int page, Viewer viewer, Model model) {
        ImportResult result = Objects.requireNonNull(work.result());
        model.addAttribute("result", result);
        if (work.takenBackAt() != null) {
            model.addAttribute("absent", imported.absent(work.id(), work.takenBackAt()));
        }
        model.addAttribute("deals", deals(work));
        model.addAttribute("groups", groups(result.groups(), viewer.locale()));
        model.addAttribute("warnings", warnings(work, result.warnings()));
        refused(work.id(), page, result, viewer, model);
    }

    /** The refused rows with their reasons, page by page. */
    void refused(long importId, int page, ImportResult result, Viewer viewer, Model model) {
        Paging paging = Paging.of(page, PAGE, result.refused());
        model.addAttribute("paging", paging);
        model.addAttribute(
                "refused",
                refusals.page(importId, paging.offset(), PAGE).stream()
                        .map(refusal -> new RefusedRow(
                                refusal.row(), reasons(refusal, viewer.locale()), beginning(refusal.cells())))
                        .toList());
    }

    /** Where the deals are listed that went in or, once they were taken back, those that left. */
    private static String deals(ImportView work) {
        DealCriteriaBuilder imported = DealCriteria.NONE.but().imported(work.id());
        return DealAddress.list((work.takenBackAt() == null ? imported : imported.and(DealTrait.DELETED)).build());
    }

    /** The rates that were missing may have been added since the deals went in. */
    private List<Warning> warnings(ImportView work, Map<String, Integer> told) {
        List<Warning> warnings = new ArrayList<>();
        told.forEach((key, rows) -> {
            if (key.equals(RATE) && work.takenBackAt() != null) {
                return; // they are in no total now
            }
            int now = key.equals(RATE) && work.status().isBegun() ? deals.withoutRate(work.id()) : rows;
            if (now > 0) {
                warnings.add(new Warning(key, now));
            }
            if (now < rows) {
                warnings.add(new Warning("rated", rows - now));
            }
        });
        return warnings;
    }

    /** Open deals by stage in the pipeline's order, also of stages archived since, then those with an outcome. */
    private List<GroupRow> groups(Map<String, Group> groups, Locale locale) {
        List<GroupRow> rows = new ArrayList<>();
        pipelines.all().stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .forEach(stage -> add(rows, stage.name(), groups.get(Long.toString(stage.id()))));
        pipelines
                .stagesOutOfUse()
                .forEach((id, name) -> add(
                        rows,
                        messages.getMessage("exchange.groups.archived", new Object[] {name}, locale),
                        groups.get(Long.toString(id))));
        Arrays.stream(Outcome.values())
                .forEach(outcome -> add(
                        rows,
                        messages.getMessage("deal.outcome." + outcome, null, locale),
                        groups.get(outcome.name())));
        return rows;
    }

    private static void add(List<GroupRow> rows, String label, @Nullable Group group) {
        if (group != null) {
            rows.add(new GroupRow(
                    label,
                    group.deals(),
                    group.amounts().entrySet().stream()
                            .map(amount -> new Money(amount.getValue(), amount.getKey()))
                            .toList()));
        }
    }

    /** Hands over every refused row with its reasons in words. */
    @Transactional(readOnly = true)
    public void forEachRefused(long importId, Locale locale, Consumer<List<Object>> consumer) {
        refusals.forEach(importId, refusal -> {
            List<Object> cells = new ArrayList<>(refusal.cells());
            cells.add(0, refusal.row());
            cells.add(1, String.join(" ", reasons(refusal, locale)));
            consumer.accept(cells);
        });
    }

    private List<String> reasons(Refusal refusal, Locale locale) {
        return refusal.reasons().stream()
                .map(problem -> messages.getMessage(
                        problem.messageKey(), problem.arguments().toArray(), locale))
                .toList();
    }

    private static String beginning(List<String> cells) {
        String row = String.join(" · ", cells);
        return row.length() <= SHOWN_CELLS ? row : row.substring(0, SHOWN_CELLS) + "…";
    }
}
