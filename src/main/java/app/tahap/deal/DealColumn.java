package app.tahap.deal;

import app.tahap.pipeline.Stage;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The order of the cards in a column of the board. */
@Repository
public class DealColumn {

    private static final String IN_COLUMN = "stage_id = :stage and outcome = 'OPEN' and deleted_at is null";

    private static final String TWO_ABOVE = "select rank from deal where (rank, id) < (:rank, :id) and " + IN_COLUMN
            + " order by rank desc, id desc limit 2";

    private static final String TWO_BELOW =
            "select rank from deal where (rank, id) > (:rank, :id) and " + IN_COLUMN + " order by rank, id limit 2";

    /** Ranks grow by a character with every few cards put into the same gap; an index takes some 2,700. */
    private static final int LONGEST = 60;

    private final JdbcClient jdbc;

    DealColumn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place above all cards of the column, where new deals appear. */
    public String top(Stage stage) {
        return Rank.between(null, first(stage).orElse(null));
    }

    /** The rank of the column's last card. */
    Optional<String> last(Stage stage) {
        return rank("select max(rank) from deal where " + IN_COLUMN, stage, "");
    }

    /**
     * The place right after a rank given out before, for those who fill a column themselves.
     *
     * @param last null for the first card
     */
    public String after(@Nullable String last) {
        return Rank.between(last, null);
    }

    /**
     * The place right above a rank given out before, for those who fill a column themselves.
     *
     * @param first null for the first card
     */
    public String above(@Nullable String first) {
        return Rank.between(null, first);
    }

    /**
     * A place between two cards that are seen as neighbours. Cards in between that a filter hides, or that were added
     * meanwhile, may come to stand on either side; a neighbour that left the column counts as not given.
     */
    String between(Stage stage, @Nullable Long aboveId, @Nullable Long belowId) {
        String rank = find(stage, aboveId, belowId);
        if (rank.length() > LONGEST) {
            spread(stage);
            rank = find(stage, aboveId, belowId);
        }
        return rank;
    }

    private String find(Stage stage, @Nullable Long aboveId, @Nullable Long belowId) {
        Map<Long, String> ranks = ranks(stage, aboveId, belowId);
        String above = aboveId == null ? null : ranks.get(aboveId);
        String below = belowId == null ? null : ranks.get(belowId);
        if (above != null && below != null && above.compareTo(below) < 0) {
            return Rank.between(above, below);
        }
        if (above != null && above.equals(below)) {
            separate(stage, above);
            return find(stage, aboveId, belowId);
        }
        if (above != null) {
            return Rank.between(above, nextAfter(stage, above).orElse(null));
        }
        if (below != null) {
            return Rank.between(lastBefore(stage, below).orElse(null), below);
        }
        return top(stage);
    }

    /** Gives the cards of a column short ranks in the same order. */
    private void spread(Stage stage) {
        List<Long> ids = lock(stage, "true", "");
        rerank(ids, Stream.iterate(after(null), this::after));
    }

    /**
     * Gives cards of the same rank, added at the same moment, ranks of their own in the order in which they stand: there is
     * no place between two of them otherwise. Like any new rank that others cause, it leaves the versions as they are.
     */
    private void separate(Stage stage, String rank) {
        List<Long> ids = lock(stage, "rank = :rank", rank);
        String below = nextAfter(stage, rank).orElse(null);
        rerank(ids, Stream.iterate(rank, above -> Rank.between(above, below)));
    }

    /** The ids of cards in their order, which nobody else can move until the end of the transaction. */
    private List<Long> lock(Stage stage, String condition, String rank) {
        return jdbc.sql("with locked as (select id, rank from deal where " + IN_COLUMN + " and " + condition
                        + " order by id for no key update) select id from locked order by rank, id")
                .param("stage", stage.id())
                .param("rank", rank)
                .query(Long.class)
                .list();
    }

    private void rerank(List<Long> ids, Stream<String> ranks) {
        jdbc.sql("""
                        update deal set rank = new.rank from unnest(:ids::bigint[], :ranks::text[]) as new (id, rank)
                         where deal.id = new.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("ranks", ranks.limit(ids.size()).toArray(String[]::new))
                .update();
    }

    /** The deal's place after it was taken up or down past the card that stands there, seen or not, or past all. */
    String shifted(Deal deal, Shift shift) {
        Stage stage = deal.getStage();
        return switch (shift) {
            case TOP -> top(stage);
            case UP -> past(deal, TWO_ABOVE, (near, far) -> Rank.between(far, near));
            case DOWN -> past(deal, TWO_BELOW, Rank::between);
            case END -> Rank.between(last(stage).orElse(null), null);
        };
    }

    /** The place between the next two cards; where there is but one, the far one is null. */
    private String past(Deal deal, String nextTwo, BiFunction<String, @Nullable String, String> between) {
        List<String> two = two(deal, deal.getRank(), nextTwo);
        if (two.size() == 2 && two.get(0).equals(two.get(1))) {
            separate(deal.getStage(), two.get(0));
            two = two(deal, ranks(deal.getStage(), deal.id(), null).get(deal.id()), nextTwo);
        }
        return two.isEmpty() ? deal.getRank() : between.apply(two.get(0), two.size() == 2 ? two.get(1) : null);
    }

    private List<String> two(Deal deal, @Nullable String rank, String nextTwo) {
        return jdbc.sql(nextTwo)
                .param("stage", deal.getStage().id())
                .param("rank", rank)
                .param("id", deal.id())
                .query(String.class)
                .list();
    }

    private Map<Long, String> ranks(Stage stage, @Nullable Long aboveId, @Nullable Long belowId) {
        record Place(long id, String rank) {}
        if (aboveId == null && belowId == null) {
            return Map.of();
        }
        return jdbc
                .sql("select id, rank from deal where id in (:above, :below) and " + IN_COLUMN)
                .param("above", aboveId, Types.BIGINT)
                .param("below", belowId, Types.BIGINT)
                .param("stage", stage.id())
                .query(Place.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::id, Place::rank));
    }

    private Optional<String> first(Stage stage) {
        return rank("select min(rank) from deal where " + IN_COLUMN, stage, "");
    }

    private Optional<String> nextAfter(Stage stage, String rank) {
        return rank("select min(rank) from deal where rank > :rank and " + IN_COLUMN, stage, rank);
    }

    private Optional<String> lastBefore(Stage stage, String rank) {
        return rank("select max(rank) from deal where rank < :rank and " + IN_COLUMN, stage, rank);
    }

    private Optional<String> rank(String sql, Stage stage, String rank) {
        return jdbc.sql(sql)
                .param("stage", stage.id())
                .param("rank", rank)
                .query(String.class)
                .optional();
    }
}
