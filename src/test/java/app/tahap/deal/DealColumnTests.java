package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class DealColumnTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Stage stage;
    Stage next;
    long bottom;
    long middle;
    long top;

    @BeforeEach
    void prepare() {
        List<Stage> stages = fixtures.stages(fixtures.workspace());
        stage = stages.get(0);
        next = stages.get(1);
        ani = fixtures.user("Ani Basuki", Role.REP);
        bottom = fixtures.deal("Bottom", stage, ani);
        middle = fixtures.deal("Middle", stage, ani);
        top = fixtures.deal("Top", stage, ani);
    }

    @Test
    void putsNewDealsOnTop() {
        assertThat(column(stage)).containsExactly(top, middle, bottom);
    }

    @Test
    void putsACardBetweenItsNeighbours() {
        drop(bottom, stage, top, middle);

        assertThat(column(stage)).containsExactly(top, bottom, middle);
    }

    @Test
    void putsACardBelowTheOneAboveWhereTheOtherNeighbourHasLeft() {
        drop(middle, next, null, null);
        drop(bottom, stage, top, middle);

        assertThat(column(stage)).containsExactly(top, bottom);
    }

    @Test
    void putsACardOnTopWhereBothNeighboursHaveLeft() {
        drop(middle, next, null, null);
        drop(top, next, null, null);
        long fresh = fixtures.deal("Fresh", stage, ani);
        drop(bottom, stage, top, middle);

        assertThat(column(stage)).containsExactly(bottom, fresh);
    }

    @Test
    void putsACardBetweenTwoOfTheSameRank() {
        for (long deal : column(stage)) {
            rank(deal, "a0");
        }
        long fresh = fixtures.deal("Fresh", next, ani);
        long last = fixtures.deal("Last", next, ani);
        int version = fixtures.version(middle);

        drop(last, stage, top, null);
        drop(fresh, stage, bottom, middle);

        assertThat(column(stage)).containsExactly(bottom, fresh, middle, top, last);
        drop(fresh, stage, middle, top);
        assertThat(column(stage)).containsExactly(bottom, middle, fresh, top, last);
        assertThat(fixtures.version(middle))
                .as("nobody who looks at another card is told that it changed")
                .isEqualTo(version);
    }

    @Test
    void takesACardPastOneOfTheSameRankAtATime() {
        for (long deal : column(stage)) {
            rank(deal, "a0");
        }
        assertThat(column(stage)).containsExactly(bottom, middle, top);

        deals.shift(top, Shift.UP, ani);
        assertThat(column(stage)).containsExactly(bottom, top, middle);
        deals.shift(top, Shift.UP, ani);
        assertThat(column(stage)).containsExactly(top, bottom, middle);

        for (long deal : column(stage)) {
            rank(deal, "a0");
        }
        deals.shift(bottom, Shift.DOWN, ani);
        assertThat(column(stage)).containsExactly(middle, bottom, top);
        deals.shift(bottom, Shift.DOWN, ani);
        deals.shift(bottom, Shift.DOWN, ani);
        assertThat(column(stage)).containsExactly(middle, top, bottom);
    }

    @Test
    void givesAColumnShortRanksAgainWhereTheyHaveGrownLong() {
        rank(top, "a0");
        rank(middle, "a0" + "0".repeat(70) + "V");
        rank(bottom, "a1");
        long fresh = fixtures.deal("Fresh", next, ani);
        int version = fixtures.version(middle);

        drop(fresh, stage, top, middle);

        assertThat(column(stage)).containsExactly(top, fresh, middle, bottom);
        assertThat(jdbc.sql("select max(length(rank)) from deal")
                        .query(Integer.class)
                        .single())
                .isLessThan(8);
        assertThat(fixtures.version(middle))
                .as("nobody who looks at another card is told that it changed")
                .isEqualTo(version);
    }

    private void drop(long deal, Stage target, @Nullable Long above, @Nullable Long below) {
        deals.move(deal, new DealMove(target.id(), above, below, fixtures.version(deal), null), ani);
    }

    private void rank(long deal, String rank) {
        jdbc.sql("update deal set rank = :rank where id = :id")
                .param("rank", rank)
                .param("id", deal)
                .update();
    }

    private List<Long> column(Stage column) {
        return jdbc.sql("select id from deal where stage_id = :stage order by rank, id")
                .param("stage", column.id())
                .query(Long.class)
                .list();
    }
}
