package app.tahap.sample;

import app.tahap.deal.Deal;
import app.tahap.deal.DealColumn;
import app.tahap.deal.DealEvent;
import app.tahap.deal.DealLog;
import app.tahap.deal.DealRepository;
import app.tahap.pipeline.Stage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Plays a year of selling in the order in which it happened. Every deal lives through the same methods that people's
 * clicks call, with times in the past, so that its events and stays are as genuine as theirs.
 */
@Component
class SampleDeals {

    private final DealRepository deals;
    private final DealLog log;
    private final DealColumn column;
    private final JdbcTemplate jdbc;

    SampleDeals(DealRepository deals, DealLog log, DealColumn column, JdbcTemplate jdbc) {
        this.deals = deals;
        this.log = log;
        this.column = column;
        this.jdbc = jdbc;
    }

    void create(SampleCompany company, int count, Random random) {
        Desk desk = new Desk();
        PriorityQueue<SampleLife> lives = new PriorityQueue<>(Comparator.comparing(SampleLife::at));
        for (Instant arrival : company.calendar().arrivals(count, random)) {
            lives.add(new SampleLife(company, desk, arrival, random.nextLong()));
        }
        while (!lives.isEmpty() && company.calendar().isPast(lives.peek().at())) {
            SampleLife life = lives.remove();
            if (life.goOn()) {
                lives.add(life);
            }
        }
        desk.writeNotes();
    }

    /** Where the deals' papers go. */
    final class Desk {

        private final Map<Long, String> topRanks = new HashMap<>();
        private final List<Object[]> notes = new ArrayList<>();

        Deal open(Deal deal) {
            return deals.save(deal);
        }

        DealEvent append(DealEvent event) {
            return log.append(event);
        }

        /** A place at the top of a column, where a moved card appears. */
        String top(Stage stage) {
            @Nullable String top = topRanks.get(stage.id());
            String rank = column.above(top);
            topRanks.put(stage.id(), rank);
            return rank;
        }

        void note(Deal deal, long authorId, String text, Instant at) {
            deal.touch(at);
            notes.add(new Object[] {deal.id(), authorId, text, Timestamp.from(at)});
        }

        private void writeNotes() {
            jdbc.batchUpdate("insert into deal_note (deal_id, author_id, text, created_at) values (?, ?, ?, ?)", notes);
        }
    }
}
