package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads the board: a fixed number of queries, however many deals there are. Without a transaction around them, which would
 * cost as much as another query and show no more consistent a picture.
 */
@Component
class Board {

    private final BoardColumns columns;
    private final BoardCards cards;
    private final JdbcClient jdbc;
    private final Clock clock;

    Board(BoardColumns columns, BoardCards cards, JdbcClient jdbc, Clock clock) {
        this.columns = columns;
        this.cards = cards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param query the address's query text, which the addresses of further cards repeat */
    BoardView show(PipelineView pipeline, DealCriteria criteria, String query, Viewer viewer) {
        Map<Long, List<CardView>> byStage =
                cards.first(pipeline.id(), criteria, viewer).stream().collect(Collectors.groupingBy(CardView::stageId));
        List<ColumnView> shown = columns.all(pipeline.id(), criteria, viewer).stream()
                .map(column -> fill(column, byStage.getOrDefault(column.stageId(), List.of()), 0, query))
                .toList();
        return new BoardView(pipeline.id(), pipeline.name(), shown, parked(pipeline.id(), criteria, viewer));
    }

    ColumnView more(
            long pipelineId,
            long stageId,
            CardPosition last,
            int shown,
            DealCriteria criteria,
            String query,
            Viewer viewer) {
        ColumnView column =
                columns.some(pipelineId, List.of(stageId), criteria, viewer).get(0);
        return fill(column, cards.after(last, pipelineId, stageId, criteria, viewer), shown, query);
    }

    List<ColumnView> heads(long pipelineId, Collection<Long> stageIds, DealCriteria criteria, Viewer viewer) {
        return columns.some(pipelineId, stageIds, criteria, viewer);
    }

    List<ColumnView> heads(long pipelineId, DealCriteria criteria, Viewer viewer) {
        return columns.all(pipelineId, criteria, viewer);
    }

    Optional<CardView> card(long dealId, long pipelineId, DealCriteria criteria, Viewer viewer) {
        return cards.one(dealId, pipelineId, criteria, viewer);
    }

    private static ColumnView fill(ColumnView column, List<CardView> cards, int shownBefore, String query) {
        if (cards.isEmpty()) {
            return column.showing(cards, shownBefore, null);
        }
        CardView last = cards.get(cards.size() - 1);
        String next = UriComponentsBuilder.fromPath("/columns/{stage}/cards")
                .query(query)
                .replaceQueryParam("rank", last.rank())
                .replaceQueryParam("id", last.id())
                .replaceQueryParam("shown", shownBefore + cards.size())
                .buildAndExpand(column.stageId())
                .toUriString();
        return column.showing(cards, shownBefore, next);
    }

    private int parked(long pipelineId, DealCriteria criteria, Viewer viewer) {
        DealCriteria sleeping = criteria.parkedBesideBoard(pipelineId);
        DealSql filter = DealSql.of(sleeping, viewer, viewer.today(clock));
        return jdbc.sql("select count(*) from deal d %s where %s"
                        .formatted(criteria.has(DealTrait.ROTTING) ? BoardColumns.PACE_JOIN : "", filter.where()))
                .params(filter.parameters())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
