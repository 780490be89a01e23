package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.NotFoundException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final StageRepository stages;
    private final JdbcClient jdbc;
    private final Clock clock;

    Board(BoardColumns columns, BoardCards cards, StageRepository stages, JdbcClient jdbc, Clock clock) {
        this.columns = columns;
        this.cards = cards;
        this.stages = stages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param query the address's query text, which the addresses of further cards repeat */
    BoardView show(PipelineView pipeline, DealCriteria criteria, String query, Viewer viewer) {
        Map<Long, List<CardView>> byStage =
                cards.first(pipeline.id(), criteria, viewer).stream().collect(Collectors.groupingBy(CardView::stageId));
        List<ColumnView> shown = columns.all(pipeline.id(), criteria, viewer).stream()
                .map(column -> fill(
                        column,
                        byStage.getOrDefault(column.stageId(), List.of()),
                        0,
                        criteria.onBoard(pipeline.id()),
                        query))
                .toList();
        return new BoardView(pipeline.name(), shown, parked(pipeline.id(), criteria, viewer));
    }

    ColumnView more(long stageId, CardPosition last, int shown, DealCriteria criteria, String query, Viewer viewer) {
        Stage stage =
                stages.findByIdAndArchivedAtIsNull(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
        long pipelineId = stage.getPipeline().id();
        ColumnView column =
                columns.some(pipelineId, List.of(stageId), criteria, viewer).get(0);
        return fill(
                column,
                cards.after(last, pipelineId, stageId, criteria, viewer),
                shown,
                criteria.onBoard(pipelineId),
                query);
    }

    /** The heads of some columns; of another pipeline, too, where a deal came from there. */
    List<ColumnView> heads(long pipelineId, Set<Long> stageIds, DealCriteria criteria, Viewer viewer) {
        List<ColumnView> heads = new ArrayList<>(columns.some(pipelineId, stageIds, criteria, viewer));
        if (heads.size() < stageIds.size()) {
            stageIds.forEach(stageId -> stages.findPipelineId(stageId)
                    .filter(other -> other != pipelineId)
                    .map(other -> columns.some(other, Set.of(stageId), criteria, viewer))
                    .ifPresent(heads::addAll));
        }
        return heads;
    }

    List<ColumnView> heads(long pipelineId, DealCriteria criteria, Viewer viewer) {
        return columns.all(pipelineId, criteria, viewer);
    }

    Optional<CardView> card(long dealId, long pipelineId, DealCriteria criteria, Viewer viewer) {
        return cards.one(dealId, pipelineId, criteria, viewer);
    }

    ParkedDeals parked(long pipelineId, DealCriteria criteria, Viewer viewer) {
        DealCriteria sleeping = criteria.parkedBesideBoard(pipelineId);
        DealSql filter = DealSql.of(sleeping, viewer, viewer.today(clock));
        int count = jdbc.sql("select count(*) from deal d %s where %s"
                        .formatted(criteria.has(DealTrait.ROTTING) ? BoardColumns.PACE_JOIN : "", filter.where()))
                .params(filter.parameters())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return new ParkedDeals(pipelineId, count, DealAddress.list(sleeping));
    }

    private static ColumnView fill(
            ColumnView column, List<CardView> cards, int shownBefore, DealCriteria criteria, String query) {
        if (cards.isEmpty()) {
            return column.showing(cards, shownBefore, null, null);
        }
        CardView last = cards.get(cards.size() - 1);
        String next = UriComponentsBuilder.fromPath("/columns/{stage}/cards")
                .query(query)
                .replaceQueryParam("rank", last.rank())
                .replaceQueryParam("id", last.id())
                .replaceQueryParam("shown", shownBefore + cards.size())
                .buildAndExpand(column.stageId())
                .toUriString();
        String list = DealAddress.list(criteria.but().stage(column.stageId()).build());
        return column.showing(cards, shownBefore, next, list);
    }
}
