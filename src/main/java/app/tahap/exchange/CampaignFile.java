package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.campaign.CampaignRecords;
import app.tahap.campaign.CampaignRecords.ToldCampaign;
import app.tahap.campaign.Campaigns;
import app.tahap.deal.FileRecord;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Campaigns from files. A campaign is known by its name. */
@Component
@Order(8)
class CampaignFile implements RecordFile {

    private static final int LONGEST_NAME = 100;

    private final CampaignRecords records;
    private final Campaigns campaigns;
    private final MessageSource messages;

    CampaignFile(CampaignRecords records, Campaigns campaigns, MessageSource messages) {
        this.records = records;
        this.campaigns = campaigns;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "campaigns";
    }

    @Override
    public String words() {
        return "campaign.file.campaigns";
    }

    @Override
    public boolean ofDeals() {
        return false;
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        return new RecordColumns(messages, locale)
                .required("name", "campaign.name")
                .or("Campaign")
                .optional("source", "campaign.source")
                .optional("from", "campaign.from")
                .optional("to", "campaign.to")
                .optional("archived", "campaign.file.archived")
                .list();
    }

    @Override
    public void hold() {
        records.hold();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        return new Reader(records.sources());
    }

    /** Campaigns are archived, but never deleted: except where nothing has come of them yet. */
    @Override
    public ImportedRecords imported() {
        return new ImportedRecords("campaign", "true", """
                r.version = 0
                 and not exists (select from deal d where d.campaign_id = r.id)
                 and not exists (select from acquisition_cost a where a.campaign_id = r.id)
                 and not exists (select from web_form f where f.campaign_id = r.id)""", """
                delete from campaign r where %s returning null::bigint
                """);
    }

    /** The source with a label; null where none is told, or none is known, which refuses the row. */
    static @Nullable Long source(RecordRow row, Map<String, Long> sources) {
        String label = row.text("source");
        Optional<Long> source = sources.entrySet().stream()
                .filter(known -> known.getKey().equalsIgnoreCase(label))
                .map(Map.Entry::getValue)
                .findFirst();
        if (source.isEmpty() && !label.isEmpty()) {
            row.refuse("campaign.file.source.unknown", label, String.join(", ", sources.keySet()));
        }
        return source.orElse(null);
    }

    private record Told(ToldCampaign campaign) implements FileRecord {

        @Override
        public List<String> sought() {
            return List.of(FileRecord.name(campaign.name()));
        }

        @Override
        public List<String> known() {
            return sought();
        }
    }

    private final class Reader implements RecordReader<Told> {

        private final Map<String, Long> sources;

        Reader(Map<String, Long> sources) {
            this.sources = sources;
        }

        @Override
        public Optional<Told> read(List<RecordRow> rows) {
            RecordRow row = rows.get(0);
            String name = row.required("name", LONGEST_NAME);
            LocalDate from = row.date("from");
            LocalDate to = row.date("to");
            Instant archived = row.past("archived");
            if (from != null && to != null && to.isBefore(from)) {
                row.refuse("campaign.period.order");
            }
            return Optional.of(new Told(new ToldCampaign(name, source(row, sources), from, to, archived)));
        }

        @Override
        public Set<String> present(List<Told> read) {
            return campaigns.byName().keySet().stream().map(FileRecord::name).collect(Collectors.toSet());
        }

        @Override
        public void write(List<Told> told, Viewer importer, long importId) {
            records.create(told.stream().map(Told::campaign).toList(), importId);
        }
    }
}
