package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.campaign.CampaignRecords;
import app.tahap.campaign.CampaignRecords.CostLine;
import app.tahap.campaign.CampaignRecords.ToldCost;
import app.tahap.campaign.Campaigns;
import app.tahap.deal.FileRecord;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What campaigns and lead sources cost, from files. A cost is known by all that it says, and by when it was entered. */
@Component
@Order(9)
class CostFile implements RecordFile {

    private static final int LONGEST_CELL = 100;
    private static final int LONGEST_NOTE = 500;

    private final CampaignRecords records;
    private final Campaigns campaigns;
    private final MessageSource messages;

    CostFile(CampaignRecords records, Campaigns campaigns, MessageSource messages) {
        this.records = records;
        this.campaigns = campaigns;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "costs";
    }

    @Override
    public String words() {
        return "campaign.file.costs";
    }

    @Override
    public String exported() {
        return "/campaigns/costs.csv";
    }

    @Override
    public boolean ofDeals() {
        return false;
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        return new RecordColumns(messages, locale)
                .optional("campaign", "campaign.file.campaign")
                .optional("source", "campaign.source")
                .required("date", "campaign.cost.date")
                .required("amount", "campaign.cost.amount")
                .optional("currency", "campaign.cost.currency")
                .optional("note", "campaign.cost.note")
                .optional("author", "campaign.cost.by")
                .optional("entered", "campaign.file.entered")
                .list();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        return new Reader(campaigns.byName(), records.sources());
    }

    @Override
    public ImportedRecords imported() {
        return new ImportedRecords("acquisition_cost", "r.removed_at is null", "true", """
                update acquisition_cost r set removed_at = :now, removed_by = :by where %s returning null::bigint
                """);
    }

    private record Told(ToldCost cost) implements FileRecord {

        @Override
        public List<String> sought() {
            return List.of(name(cost.enteredAt()));
        }

        @Override
        public List<String> known() {
            return List.of(name(cost.enteredAt()), name(null));
        }

        private String name(@Nullable Instant entered) {
            return CostFile.name(
                    cost.campaignId(),
                    cost.sourceId(),
                    cost.spentOn(),
                    cost.amount().amount(),
                    cost.amount().currency().getCurrencyCode(),
                    cost.note(),
                    entered);
        }
    }

    private static String name(
            @Nullable Long campaign,
            @Nullable Long source,
            LocalDate spentOn,
            BigDecimal amount,
            String currency,
            @Nullable String note,
            @Nullable Instant entered) {
        return FileRecord.name(
                campaign,
                source,
                spentOn,
                amount.stripTrailingZeros().toPlainString(),
                currency,
                note,
                entered == null ? null : entered.truncatedTo(ChronoUnit.MINUTES));
    }

    private final class Reader implements RecordReader<Told> {

        private final Map<String, Long> byName;
        private final Map<String, Long> sources;

        Reader(Map<String, Long> byName, Map<String, Long> sources) {
            this.byName = byName;
            this.sources = sources;
        }

        @Override
        public Optional<Told> read(List<RecordRow> rows) {
            RecordRow row = rows.get(0);
            Long campaign = campaign(row);
            Long source = CampaignFile.source(row, sources);
            if (row.text("campaign").isEmpty() == row.text("source").isEmpty()) {
                row.refuse("campaign.file.bearer");
            }
            row.required("date", LONGEST_CELL);
            LocalDate spentOn = row.date("date");
            Money amount = amount(row);
            String note = row.text("note", LONGEST_NOTE);
            Instant entered = row.past("entered");
            if (spentOn == null || amount == null) {
                return Optional.empty();
            }
            return Optional.of(new Told(new ToldCost(
                    campaign, source, spentOn, amount, note.isEmpty() ? null : note, row.author("author"), entered)));
        }

        private @Nullable Long campaign(RecordRow row) {
            String name = row.text("campaign");
            Long campaign = byName.get(name.toLowerCase(Locale.ROOT));
            if (campaign == null && !name.isEmpty()) {
                row.refuse("campaign.file.campaign.unknown", name);
            }
            return campaign;
        }

        private @Nullable Money amount(RecordRow row) {
            String code = row.text("currency");
            Optional<Currency> currency = AmountReader.currency(code);
            if (currency.isEmpty() && !code.isEmpty()) {
                row.refuse("exchange.row.currency", code);
            }
            String text = row.required("amount", LONGEST_CELL);
            Money amount = row.cells()
                    .money(text)
                    .map(read -> new Money(read.amount(), currency.orElse(read.currency())))
                    .orElse(null);
            if (amount == null && !text.isEmpty()) {
                row.refuse("exchange.row.amount", text);
            } else if (amount != null) {
                CampaignRecords.refusal(amount.amount(), amount.currency())
                        .ifPresent(why ->
                                row.refuse(why.messageKey(), why.arguments().toArray()));
            }
            return amount;
        }

        @Override
        public Set<String> present(List<Told> read) {
            Set<String> names = new HashSet<>();
            records.forEachCost(cost -> {
                names.add(name(cost, cost.enteredAt()));
                names.add(name(cost, null));
            });
            return names;
        }

        private static String name(CostLine cost, @Nullable Instant entered) {
            return CostFile.name(
                    cost.campaignId(),
                    cost.sourceId(),
                    cost.spentOn(),
                    cost.amount(),
                    cost.currency(),
                    cost.note(),
                    entered);
        }

        @Override
        public void write(List<Told> told, Viewer importer, long importId) {
            records.add(told.stream().map(Told::cost).toList(), importId);
        }
    }
}
