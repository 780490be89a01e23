package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.StageStays.RebuiltStays;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class StageStaysTests {

    private static final RebuiltStays NOTHING_WRONG = new RebuiltStays(9, 0, 0);

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    StageStays stays;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    final ExecutorService others = Executors.newFixedThreadPool(4);
    final List<Long> dealIds = new ArrayList<>();
    Viewer ani;
    List<Stage> stages;

    /** Three deals, each of which went on twice. */
    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        for (int i = 0; i < 3; i++) {
            long deal = fixtures.deal("Deal", stages.get(0), ani);
            dealIds.add(deal);
            move(deal, stages.get(1));
            move(deal, stages.get(2));
        }
    }

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Test
    void leavesStaysAloneThatAreAsTheLogSays() {
        List<Long> ids = ids();

        assertThat(stays.rebuild()).isEqualTo(NOTHING_WRONG);
        assertThat(ids()).isEqualTo(ids);
    }

    @Test
    void mendsStaysThatAreWrongMissingOrInvented() {
        List<Map<String, Object>> right = rows();
        jdbc.sql("update stage_stay set stage_id = :stage where id = (select min(id) from stage_stay)")
                .param("stage", stages.get(6).id())
                .update();
        jdbc.sql("delete from stage_stay where id = (select max(id) from stage_stay)")
                .update();
        jdbc.sql("""
                        insert into stage_stay (deal_id, pipeline_id, stage_id, stage_position, entered_at, entered_by, entry,
                                                left_at, left_by, exit)
                        select deal_id, pipeline_id, stage_id, stage_position, occurred_at, :other, kind, occurred_at, id, kind
                          from deal_event where id = (select min(id) from deal_event)
                        """).param("other", parking()).update();

        assertThat(stays.rebuild()).isEqualTo(new RebuiltStays(9, 2, 2));
        assertThat(rows()).isEqualTo(right);
    }

    @Test
    void areRebuiltByTheOperatorsCommand() {
        List<Map<String, Object>> right = rows();
        jdbc.sql("delete from stage_stay").update();

        new StayRebuilding(stays).run(new DefaultApplicationArguments());

        assertThat(rows()).isEqualTo(right);
    }

    @Test
    void areThereForReadersWhileTheyAreRebuilt() {
        jdbc.sql("update stage_stay set stage_position = -1").update();

        transactions.executeWithoutResult(status -> {
            assertThat(stays.rebuild()).isEqualTo(new RebuiltStays(9, 9, 9));
            assertThat(elsewhere(() -> jdbc.sql("select count(*) from stage_stay where stage_position = -1")
                            .query(Integer.class)
                            .single()))
                    .as("another sees the stays as they were")
                    .isEqualTo(9);
        });

        assertThat(jdbc.sql("select count(*) from stage_stay where stage_position = -1")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void areNotWrittenByOthersWhileTheyAreRebuilt() throws Exception {
        Future<?> mover = transactions.execute(status -> {
            stays.rebuild();
            Future<?> started = others.submit(() -> move(dealIds.get(0), stages.get(4)));
            assertThat(isDone(started)).as("the move waits").isFalse();
            return started;
        });

        mover.get(10, TimeUnit.SECONDS);
        assertThat(stays.rebuild()).isEqualTo(new RebuiltStays(10, 0, 0));
    }

    /** Three people move deals and an administrator removes a stage, while stays are rebuilt over and over. */
    @Test
    void agreeWithTheLogWhateverHappensMeanwhile() throws Exception {
        PipelineFixtures shape = beans.createBean(PipelineFixtures.class);
        List<Future<?>> working = new ArrayList<>();
        for (long deal : dealIds) {
            working.add(others.submit(() -> {
                for (int i = 0; i < 30; i++) {
                    move(deal, stages.get(3 + i % 3));
                }
            }));
        }
        working.add(others.submit(
                () -> shape.remove(stages.get(2).id(), stages.get(3).id(), ani)));
        while (working.stream().anyMatch(work -> !work.isDone())) {
            stays.rebuild();
        }

        for (Future<?> work : working) {
            work.get();
        }
        RebuiltStays rebuilt = stays.rebuild();
        assertThat(rebuilt).isEqualTo(new RebuiltStays(rebuilt.all(), 0, 0));
        assertThat(rebuilt.all()).isGreaterThanOrEqualTo(9 + 3 * 30);
    }

    private void move(long deal, Stage target) {
        deals.move(deal, new DealMove(target.id(), null, null, fixtures.version(deal), null), ani);
    }

    /** An event that begins no stay. */
    private long parking() {
        long deal = dealIds.get(0);
        return deals.park(deal, LocalDate.of(2035, 1, 1), fixtures.version(deal), null, ani);
    }

    private <T> T elsewhere(Callable<T> read) {
        try {
            return others.submit(read).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean isDone(Future<?> work) {
        try {
            work.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException waiting) {
            return false;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private List<Long> ids() {
        return jdbc.sql("select id from stage_stay order by id")
                .query(Long.class)
                .list();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("""
                        select deal_id, pipeline_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry,
                               left_at, left_by, exit from stage_stay order by entered_by
                        """).query().listOfRows();
    }
}
