package app.tahap.campaign;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Campaigns, and what they and lead sources cost, as files that can be imported. */
@Controller
class CampaignCsvController {

    private final CampaignRecords records;
    private final MessageSource messages;
    private final Clock clock;

    CampaignCsvController(CampaignRecords records, MessageSource messages, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/campaigns.csv")
    void campaigns(HttpServletResponse response, Viewer viewer) throws IOException {
        Csv csv = Csv.download(
                response,
                "campaigns-%s.csv".formatted(viewer.today(clock)),
                headings(
                        viewer.locale(),
                        "ID",
                        "campaign.name",
                        "campaign.source",
                        "campaign.from",
                        "campaign.to",
                        "campaign.file.archived"));
        records.campaigns()
                .forEach(line -> csv.row(
                        line.id(),
                        line.name(),
                        line.source(),
                        line.startsOn(),
                        line.endsOn(),
                        Csv.minute(line.archivedAt(), viewer.zone())));
    }

    @GetMapping("/campaigns/costs.csv")
    void costs(HttpServletResponse response, Viewer viewer) throws IOException {
        Csv csv = Csv.download(
                response,
                "costs-%s.csv".formatted(viewer.today(clock)),
                headings(
                        viewer.locale(),
                        "campaign.file.campaign",
                        "campaign.source",
                        "campaign.cost.date",
                        "campaign.cost.amount",
                        "campaign.cost.currency",
                        "campaign.cost.note",
                        "campaign.cost.by",
                        "campaign.file.entered"));
        records.forEachCost(line -> csv.row(
                line.campaign(),
                line.source(),
                line.spentOn(),
                line.amount().stripTrailingZeros(),
                line.currency(),
                line.note(),
                line.enteredBy(),
                Csv.minute(line.enteredAt(), viewer.zone())));
    }

    private String[] headings(Locale locale, String... keys) {
        return Stream.of(keys)
                .map(key -> messages.getMessage(key, null, key, locale))
                .toArray(String[]::new);
    }
}
