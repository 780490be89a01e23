package app.tahap.bench;

import app.tahap.deal.DealColumn;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Collects rows of the tables that tell of deals, and sends them with COPY. */
final class DealRows {

    final Rows deals = new Rows("""
            deal (id, title, pipeline_id, stage_id, rank, amount, currency, rate, expected_close, owner_id,
                  organization_id, source_id, outcome, reason_id, closed_at, closing_owner_id, parked_until,
                  stage_entered_at, last_activity_at, last_event_at, created_at, version)""");
    final Rows events = new Rows("""
            deal_event (id, deal_id, kind, actor_id, occurred_at, recorded_at, undoes_id, pipeline_id, stage_id,
                        stage_position, stage_entered_at, outcome, closed_at, closing_owner_id, reason_id, parked_until,
                        amount, currency, rate, probability, expected_close, owner_id, changes)""");

    private final DealColumn columns;
    private final Map<Long, String> lastRanks = new HashMap<>();
    private long lastEvent;

    DealRows(DealColumn columns) {
        this.columns = columns;
    }

    /** A place below all others in a stage's column. */
    String nextRank(long stage) {
        String rank = columns.after(lastRanks.get(stage));
        lastRanks.put(stage, rank);
        return rank;
    }

    long nextEvent() {
        return ++lastEvent;
    }

    long lastEvent() {
        return lastEvent;
    }

    /** Sends what was collected, in the order in which the tables refer to each other. */
    void copyTo(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Rows rows : List.of(deals, events)) {
                rows.copyTo(connection);
            }
        }
    }

    /** Rows of one table. */
    static final class Rows {

        private final String target;
        private final StringBuilder text = new StringBuilder();

        Rows(String target) {
            this.target = target;
        }

        /** Values in the order of the columns; none may hold a tab, a line break or a backslash. */
        void add(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
            }
            text.append('\n');
        }

        private void copyTo(Connection connection) throws SQLException {
            try {
                String copy = "copy %s from stdin".formatted(target);
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(text.toString()));
                text.setLength(0);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
