package app.tahap.campaign;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns and costs as files tell them. */
@Repository
@Transactional
public class CampaignRecords {

    private final CampaignService campaigns;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    CampaignRecords(CampaignService campaigns, JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** A campaign. */
    public record ToldCampaign(
            String name,
            @Nullable Long sourceId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant archivedAt) {}

    /**
     * What a campaign or a lead source cost: one of both is told.
     *
     * @param enteredAt null where it is not told
     */
    public record ToldCost(
            @Nullable Long campaignId,
            @Nullable Long sourceId,
            LocalDate spentOn,
            Money amount,
            @Nullable String note,
            long enteredBy,
            @Nullable Instant enteredAt) {}

    /** Why something cannot be, in a message. */
    public record Refusal(String messageKey, List<Object> arguments) {}

    /** The ids of lead sources by their labels, those in use first. */
    public Map<String, Long> sources() {
        Map<String, Long> sources = new LinkedHashMap<>();
        jdbc.sql("select id, label from lead_source order by archived_at nulls first, position, id")
                .query(row -> {
                    sources.putIfAbsent(row.getString("label"), row.getLong("id"));
                });
        return sources;
    }

    /** Why an amount cannot be a cost. */
    public static Optional<Refusal> refusal(BigDecimal amount, Currency currency) {
        return Costs.refusal(amount, currency);
    }

    /** Keeps everybody else from making campaigns until the end of the transaction. */
    public void hold() {
        campaigns.lockNames();
    }

    /** Makes campaigns, as brought in by an import, but for names that somebody has taken by now. */
    public void create(List<ToldCampaign> told, long importId) {
        Timestamp now = Timestamp.from(clock.instant());
        template.batchUpdate(
                """
                insert into campaign (name, source_id, starts_on, ends_on, archived_at, created_at, import_id)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (lower(name)) do nothing
                """,
                told.stream()
                        .map(campaign -> new @Nullable Object[] {
                            campaign.name(),
                            campaign.sourceId(),
                            date(campaign.startsOn()),
                            date(campaign.endsOn()),
                            campaign.archivedAt() == null ? null : Timestamp.from(campaign.archivedAt()),
                            now,
                            importId
                        })
                        .toList());
    }

    /** Adds costs, as brought in by an import. */
    public void add(List<ToldCost> told, long importId) {
        Instant now = clock.instant();
        template.batchUpdate(
                """
                insert into acquisition_cost
                    (campaign_id, source_id, spent_on, amount, currency, note, entered_by, entered_at, import_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                told.stream()
                        .map(cost -> new @Nullable Object[] {
                            cost.campaignId(),
                            cost.sourceId(),
                            date(cost.spentOn()),
                            cost.amount().amount(),
                            cost.amount().currency().getCurrencyCode(),
                            cost.note(),
                            cost.enteredBy(),
                            Timestamp.from(cost.enteredAt() == null ? now : cost.enteredAt()),
                            importId
                        })
                        .toList());
    }

    private static @Nullable Date date(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    /** A campaign, with the label of its source. */
    record CampaignLine(
            long id,
            String name,
            @Nullable String source,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant archivedAt) {}

    /** All campaigns, archived ones too, for a file. */
    @Transactional(readOnly = true)
    List<CampaignLine> campaigns() {
        return jdbc.sql("""
                        select c.id, c.name, s.label as source, c.starts_on, c.ends_on, c.archived_at
                          from campaign c left join lead_source s on s.id = c.source_id order by lower(c.name), c.id
                        """).query(CampaignLine.class).list();
    }

    /** A cost that was not removed, with the names of what it belongs to. */
    public record CostLine(
            @Nullable Long campaignId,
            @Nullable String campaign,
            @Nullable Long sourceId,
            @Nullable String source,
            LocalDate spentOn,
            BigDecimal amount,
            String currency,
            @Nullable String note,
            String enteredBy,
            Instant enteredAt) {}

    /** All costs that were not removed, one after the other. */
    @Transactional(readOnly = true)
    public void forEachCost(Consumer<CostLine> consumer) {
        jdbc.sql("""
                        select a.campaign_id, c.name as campaign, a.source_id, s.label as source, a.spent_on, a.amount,
                               a.currency, a.note, u.name as entered_by, a.entered_at
                          from acquisition_cost a
                          join users u on u.id = a.entered_by
                          left join campaign c on c.id = a.campaign_id
                          left join lead_source s on s.id = a.source_id
                         where a.removed_at is null
                         order by a.spent_on, a.id
                        """).query(CostLine.class).list().forEach(consumer);
    }
}
