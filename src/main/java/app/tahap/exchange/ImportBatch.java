package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealImport;
import app.tahap.deal.ImportedSheet.Named;
import app.tahap.deal.PastDeal;
import app.tahap.exchange.ImportNames.Found;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.money.ExchangeRates;
import app.tahap.money.RateHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes some rows in, or only counts what would come of them; in one transaction with the progress that is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportBatch {

    private final ImportAdmission admission;
    private final DealImport deals;
    private final ImportNames names;
    private final ImportOwners owners;
    private final ImportSteps steps;
    private final ImportSheets sheets;
    private final ImportRefusals refusals;
    private final ExchangeRates rates;

    ImportBatch(
            ImportAdmission admission,
            DealImport deals,
            ImportNames names,
            ImportOwners owners,
            ImportSteps steps,
            ImportSheets sheets,
            ImportRefusals refusals,
            ExchangeRates rates) {
        this.admission = admission;
        this.deals = deals;
        this.names = names;
        this.owners = owners;
        this.steps = steps;
        this.sheets = sheets;
        this.refusals = refusals;
        this.rates = rates;
    }

    /**
     * Takes rows in.
     *
     * @param write false for a dry run
     */
    void take(List<ReadRow> read, Columns columns, long importId, boolean write, Tally tally, Viewer importer) {
        List<ReadRow> rows = admission.admit(read, columns);
        List<ReadRow> refused = rows.stream().filter(row -> row.draft() == null).toList();
        refusals.add(importId, refused);
        refused.forEach(row -> tally.refused());

        List<ReadRow> good = rows.stream().filter(row -> row.draft() != null).toList();
        Set<String> taken = deals.taken(good.stream().map(ReadRow::externalId).toList());
        List<ReadRow> fresh =
                good.stream().filter(row -> !taken.contains(row.externalId())).toList();
        good.stream().filter(row -> taken.contains(row.externalId())).forEach(row -> tally.present());

        List<DealDraft> drafts = fresh.stream().map(ImportBatch::draft).toList();
        Found found = names.find(drafts, write);
        tally.named(found.missing());
        tally.named(sheets.additions(drafts));
        Set<String> unknown = fresh.stream()
                .filter(row -> draft(row).owner().equals(Meaning.NEW))
                .map(row -> columns.text(DealField.OWNER, row.row()))
                .collect(Collectors.toSet());
        tally.unknownOwners(unknown);
        fresh.forEach(row -> tally.created(row, draft(row)));
        warnOfUnvalued(drafts, tally, importer);
        if (write && !fresh.isEmpty()) {
            Map<String, Long> made = unknown.isEmpty() ? Map.of() : owners.bring(unknown, importId, importer);
            deals.write(
                    fresh.stream()
                            .map(row -> past(row, found, made.get(columns.text(DealField.OWNER, row.row()))))
                            .toList(),
                    importId,
                    importer);
            steps.plan(drafts(fresh), importer);
            sheets.write(others(fresh, found), importId, importer);
        }
    }

    private static Map<String, DealDraft> drafts(List<ReadRow> rows) {
        return rows.stream().collect(Collectors.toMap(ReadRow::externalId, ImportBatch::draft));
    }

    /** What other modules' columns tell, by the external ids of deals, with the ids of people. */
    private static Map<String, Map<String, Object>> others(List<ReadRow> rows, Found found) {
        Map<String, Map<String, Object>> others = new HashMap<>();
        for (ReadRow row : rows) {
            DealDraft draft = draft(row);
            Map<String, Object> told = new HashMap<>(draft.others());
            told.replaceAll((key, value) ->
                    value instanceof Named named ? Objects.requireNonNull(found.person(draft, named.person())) : value);
            if (!told.isEmpty()) {
                others.put(row.externalId(), told);
            }
        }
        return others;
    }

    /** A closed deal in a currency that has no rate on its day is missing in totals of the base currency for good. */
    private void warnOfUnvalued(List<DealDraft> drafts, Tally tally, Viewer importer) {
        String base = importer.baseCurrency().getCurrencyCode();
        List<DealDraft> foreign = drafts.stream()
                .filter(draft -> draft.amount() != null && !draft.currency().equals(base))
                .toList();
        if (!foreign.isEmpty()) {
            RateHistory history =
                    rates.history(foreign.stream().map(DealDraft::currency).collect(Collectors.toSet()));
            foreign.stream()
                    .filter(draft -> draft.closed() != null
                            && history.find(draft.currency(), importer.dateOf(draft.closed()))
                                    .isEmpty())
                    .forEach(draft -> tally.warn("rate"));
        }
    }

    private static DealDraft draft(ReadRow row) {
        return Objects.requireNonNull(row.draft());
    }

    /** @param newOwner the user that was made for the owner; null where there was one */
    private static PastDeal past(ReadRow row, Found found, @Nullable Long newOwner) {
        DealDraft draft = draft(row);
        DealFacts facts = new DealFacts(
                draft.title(),
                draft.amount(),
                draft.currency(),
                draft.expectedClose(),
                newOwner == null ? Long.parseLong(draft.owner()) : newOwner,
                found.organization(draft),
                found.person(draft),
                found.source(draft),
                found.campaign(draft),
                found.tags(draft));
        return new PastDeal(
                row.externalId(),
                facts,
                draft.stage(),
                draft.stageKnown(),
                draft.created(),
                draft.stageSince(),
                draft.outcome(),
                draft.closed(),
                found.reason(draft),
                draft.reasonNote(),
                draft.fields());
    }
}
