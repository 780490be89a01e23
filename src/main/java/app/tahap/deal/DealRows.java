package app.tahap.deal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Inserts many deals and events in batches, which ids given out by the database one at a time would not allow. */
@Repository
class DealRows {

    private static final String DEAL = """
            insert into deal (id, title, pipeline_id, stage_id, rank, amount, currency, rate, expected_close, owner_id,
                              organization_id, person_id, source_id, campaign_id, tag_ids, outcome, reason_id, reason_note, closed_at,
                              closing_owner_id, stage_entered_at, last_activity_at, last_event_at, created_at,
                              created_known, external_id, import_id, fields)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private static final String EVENT = """
            insert into deal_event (id, deal_id, kind, actor_id, occurred_at, recorded_at, imported, stage_known,
                                    pipeline_id, stage_id, stage_position, stage_entered_at, previous_rank, outcome,
                                    closed_at, closing_owner_id, reason_id, reason_note, amount, currency, rate,
                                    probability, expected_close, owner_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    DealRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A deal to insert, and whether it is known when it was created. */
    record Row(Deal deal, boolean createdKnown) {}

    Iterator<Long> reserveDeals(int count) {
        return reserve("deal", count);
    }

    Iterator<Long> reserveEvents(int count) {
        return reserve("deal_event", count);
    }

    private Iterator<Long> reserve(String table, int count) {
        return jdbc.queryForList(
                        "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)",
                        Long.class,
                        table,
                        count)
                .iterator();
    }

    void insert(List<Row> deals, long importId) {
        jdbc.batchUpdate(DEAL, deals.stream().map(row -> values(row, importId)).toList());
    }

    void insert(List<DealEvent> events) {
        jdbc.batchUpdate(EVENT, events.stream().map(DealRows::values).toList());
    }

    private static @Nullable Object[] values(Row row, long importId) {
        Deal deal = row.deal();
        DealFacts facts = deal.facts();
        DealStatus status = deal.status();
        return new @Nullable Object[] {
            deal.id(),
            facts.title(),
            deal.getPipelineId(),
            deal.getStage().id(),
            deal.getRank(),
            facts.amount(),
            facts.currency(),
            deal.getRate(),
            facts.expectedClose(),
            facts.ownerId(),
            facts.organizationId(),
            facts.personId(),
            facts.sourceId(),
            facts.campaignId(),
            facts.tagIds().toArray(Long[]::new),
            status.outcome().name(),
            status.reasonId(),
            status.reasonNote(),
            timestamp(status.closedAt()),
            status.closingOwnerId(),
            timestamp(deal.getStageEnteredAt()),
            timestamp(deal.getLastEventAt()),
            timestamp(deal.getLastEventAt()),
            timestamp(deal.getCreatedAt()),
            row.createdKnown(),
            deal.getExternalId(),
            importId,
            deal.fields().toJson()
        };
    }

    private static @Nullable Object[] values(DealEvent event) {
        DealStatus status = event.status();
        return new @Nullable Object[] {
            event.id(),
            event.getDealId(),
            event.getKind().name(),
            event.getActorId(),
            timestamp(event.getOccurredAt()),
            timestamp(event.getRecordedAt()),
            event.isImported(),
            event.isStageKnown(),
            event.getPipelineId(),
            event.getStageId(),
            event.getStagePosition(),
            timestamp(event.getStageEnteredAt()),
            event.getPreviousRank(),
            status.outcome().name(),
            timestamp(status.closedAt()),
            status.closingOwnerId(),
            status.reasonId(),
            status.reasonNote(),
            event.getAmount(),
            event.getCurrency(),
            event.getRate(),
            event.getProbability(),
            event.getExpectedClose(),
            event.getOwnerId()
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
