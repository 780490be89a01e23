package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.money.ExchangeRates;
import app.tahap.money.RateHistory;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes many deals with their past at once. Each lives through the methods of {@link Deal} that people's clicks call, so
 * that the same rules hold; only the rows are written together.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DealImport {

    private final DealRows rows;
    private final StageStays stays;
    private final DealColumn column;
    private final StageRepository stages;
    private final ExchangeRates rates;
    private final ApplicationEventPublisher publisher;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealImport(
            DealRows rows,
            StageStays stays,
            DealColumn column,
            StageRepository stages,
            ExchangeRates rates,
            ApplicationEventPublisher publisher,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.stays = stays;
        this.column = column;
        this.stages = stages;
        this.rates = rates;
        this.publisher = publisher;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which of these external ids belong to a deal already, be it deleted; not those of an import that was taken back. */
    @Transactional(readOnly = true)
    public Set<String> taken(Collection<String> externalIds) {
        return new HashSet<>(jdbc.sql("""
                        select external_id from deal where external_id = any(:ids) and deleted_at is null
                        union
                        select d.external_id from deal d
                         where d.external_id = any(:ids) and d.deleted_at is not null
                           and not exists (select from deal_import i
                                            where i.id = d.import_id and i.taken_back_at = d.deleted_at)
                        """)
                .param("ids", externalIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** How many closed deals of an import still have an amount, but no rate to the base currency. */
    @Transactional(readOnly = true)
    public int withoutRate(long importId) {
        return jdbc.sql("""
                        select count(*) from deal
                         where import_id = :import and outcome <> 'OPEN' and amount is not null and rate is null
                        """).param("import", importId).query(Integer.class).single();
    }

    /**
     * Writes deals below the cards that their columns hold, in the order given.
     *
     * @param past of stages that the transaction has entered
     * @param importId the import that brings them
     */
    public void write(List<PastDeal> past, long importId, Viewer importer) {
        rates.hold();
        Set<String> currencies =
                past.stream().map(deal -> deal.facts().currency()).collect(Collectors.toSet());
        Writing writing = new Writing(importer, rates.history(currencies), rows.reserveDeals(past.size()));
        past.forEach(writing::live);
        rows.insert(writing.deals, importId);
        Iterator<Long> eventIds = rows.reserveEvents(writing.events.size());
        writing.events.forEach(event -> event.storedAs(eventIds.next()));
        rows.insert(writing.events);
        stays.derive(writing.deals.stream().map(row -> row.deal().id()).toList());
        publisher.publishEvent(new DealsImported(writing.deals.size()));
    }

    /** What is to be written together. */
    private final class Writing {

        private final Viewer importer;
        private final RateHistory rates;
        private final Iterator<Long> dealIds;
        private final Instant now = clock.instant();
        private final Map<Long, Stage> firsts = new HashMap<>();
        private final Map<Long, @Nullable String> lastRanks = new HashMap<>();
        private final List<DealRows.Row> deals = new ArrayList<>();
        private final List<DealEvent> events = new ArrayList<>();

        Writing(Viewer importer, RateHistory rates, Iterator<Long> dealIds) {
            this.importer = importer;
            this.rates = rates;
            this.dealIds = dealIds;
        }

        void live(PastDeal past) {
            Stage stage = stages.findById(past.stageId()).orElseThrow();
            Stage first = firsts.computeIfAbsent(stage.getPipeline().id(), this::first);
            boolean moved = past.movedSince(first.id());
            String rank = past.outcome().isClosed() ? column.after(null) : below(stage);
            Instant since = past.knownSince(now);
            Deal deal = new Deal(past.facts(), moved ? first : stage, rank, since)
                    .having(past.fields())
                    .storedAs(dealIds.next());
            deal.identifyAs(past.externalId());
            events.add(deal.created(change(past, since, !moved && past.entryKnown(first.id()))));
            if (moved && past.enteredAt() != null) {
                events.add(deal.moveTo(stage, rank, change(past, past.enteredAt(), true)));
            }
            if (past.closedAt() != null) {
                Change closing = change(past, past.closedAt(), past.stageKnown());
                events.add(deal.close(past.outcome(), past.reasonId(), past.reasonNote(), closing));
            }
            deals.add(new DealRows.Row(deal, past.createdAt() != null));
        }

        private Stage first(long pipelineId) {
            return stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipelineId)
                    .get(0);
        }

        private Change change(PastDeal past, Instant at, boolean stageKnown) {
            String currency = past.facts().currency();
            BigDecimal rate = currency.equals(importer.baseCurrency().getCurrencyCode())
                    ? BigDecimal.ONE
                    : rates.find(currency, importer.dateOf(at)).orElse(null);
            return Change.imported(importer.id(), at, now, rate, stageKnown);
        }

        private String below(Stage stage) {
            String last = lastRanks.containsKey(stage.id())
                    ? lastRanks.get(stage.id())
                    : column.last(stage).orElse(null);
            String rank = column.after(last);
            lastRanks.put(stage.id(), rank);
            return rank;
        }
    }
}
