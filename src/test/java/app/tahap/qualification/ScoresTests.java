package app.tahap.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.deal.DealService;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.Template;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ScoresTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CriterionService criteria;

    @Autowired
    FrameworkService frameworks;

    @Autowired
    Frameworks reading;

    @Autowired
    QualificationViews views;

    @Autowired
    QualificationService qualification;

    @Autowired
    DealService deals;

    @Autowired
    PipelineTemplates templates;

    @Autowired
    TransactionTemplate transactions;

    QualificationScene scene;
    Pipeline pipeline;
    List<Stage> stages;
    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        scene = new QualificationScene(mvc, jdbc);
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(1), ani);
    }

    @Test
    void followsAChangedWeight() {
        rate("Budget", 3);
        assertThat(scene.score(deal)).isEqualTo(30);

        weigh("Budget", "70"); // of 140

        assertThat(scene.score(deal)).isEqualTo(50);
    }

    @Test
    void countsAnArchivedCriterionNoMoreUntilItIsRestored() {
        rate("Budget", 3);
        rate("Need", 3);
        long need = scene.criterion("Need");

        criteria.archive(need);
        assertThat(scene.score(deal)).isEqualTo(43); // 30 of 70

        criteria.restore(need);
        assertThat(scene.score(deal)).isEqualTo(60);
    }

    @Test
    void changesNoVersionOfADealByItsScore() {
        rate("Budget", 3);
        int version = fixtures.version(deal);

        weigh("Budget", "70");

        assertThat(fixtures.version(deal)).isEqualTo(version);
    }

    @Test
    void followsTheFrameworkThatThePipelineChooses() {
        rate("Budget", 3);
        long champ = frameworks.add("CHAMP", FrameworkTemplate.CHAMP, Locale.ENGLISH);

        frameworks.choose(pipeline.id(), champ);
        assertThat(scene.score(deal)).isNull();

        frameworks.choose(pipeline.id(), scene.framework("BANT"));
        assertThat(scene.score(deal)).isEqualTo(30);

        frameworks.choose(pipeline.id(), null);
        assertThat(scene.score(deal)).isNull();
    }

    @Test
    void followsADealIntoAnotherPipelineAndBack() {
        rate("Budget", 3);
        Pipeline other = Objects.requireNonNull(
                transactions.execute(status -> templates.create("Partners", Template.FOUR, Locale.ENGLISH)));
        frameworks.choose(other.id(), frameworks.add("MEDDIC", FrameworkTemplate.MEDDIC, Locale.ENGLISH));

        move(fixtures.stages(other).get(0));
        assertThat(scene.score(deal)).isNull();

        move(stages.get(1));
        assertThat(scene.score(deal)).isEqualTo(30);
    }

    @Test
    void archivesNoFrameworkThatIsUsed() {
        assertThatThrownBy(() -> frameworks.archive(scene.framework("BANT"))).isInstanceOf(RuleException.class);
    }

    /** The page explains the score by parts; their sum must be what the database keeps. */
    @Test
    void isTheSumThatThePageExplains() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            for (Criterion criterion : reading.ofPipeline(pipeline.id())) {
                if (random.nextInt(3) == 0) {
                    weigh(criterion.name(), Integer.toString(1 + random.nextInt(100)));
                }
                int version = version(criterion.id());
                @Nullable Integer rating = random.nextInt(5) == 0 ? null : random.nextInt(4);
                qualification.answer(deal, criterion.id(), form(rating, version), ani);
            }
            QualificationView view = views.of(
                            new PanelDeal(deal, 0, pipeline.id(), stages.get(1).id(), true, false))
                    .orElseThrow();
            assertThat(view.score()).as("round %d", round).isEqualTo(scene.score(deal));
        }
    }

    @Test
    void takesForQualifiedWhatIsRatedInFullAndReachesTheMinimum() {
        assertThat(isQualified()).isFalse();

        List.of("Budget", "Authority", "Need").forEach(name -> rate(name, 2));
        assertThat(isQualified()).isFalse();

        rate("Timeline", 2);
        assertThat(isQualified()).isTrue();

        frameworks.edit(scene.framework("BANT"), new FrameworkForm("BANT", "68", null, 0));
        assertThat(isQualified()).isFalse();

        frameworks.choose(pipeline.id(), null);
        assertThat(isQualified()).isTrue();
    }

    private boolean isQualified() {
        return jdbc.sql("select " + new CompletedQualification().condition() + " from deal d where d.id = :id")
                .param("id", deal)
                .query(Boolean.class)
                .single();
    }

    @Test
    void refreshesManyDealsWithAsManyStatementsAsOne() {
        rate("Budget", 3);
        int one = StatementCount.of(() -> weigh("Budget", "40"));
        for (int i = 0; i < 20; i++) {
            long more = fixtures.deal("Deal " + i, stages.get(1), ani);
            qualification.answer(more, scene.criterion("Budget"), form(2, 0), ani);
        }

        assertThat(StatementCount.of(() -> weigh("Budget", "50"))).isEqualTo(one);
        assertThat(jdbc.sql("select count(*) from deal where score = 28") // 50 of 120, two thirds of it
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void reckonsNoRatingByWeightsThatAreJustBeingChanged() {
        fixtures.meanwhile(() -> weigh("Budget", "70"), () -> {
            rate("Budget", 3);
            return true;
        });

        assertThat(scene.score(deal)).isEqualTo(50);
    }

    private void rate(String criterion, int rating) {
        qualification.answer(deal, scene.criterion(criterion), form(rating, 0), ani);
    }

    private void weigh(String name, String weight) {
        Criterion criterion = reading.criterion(scene.criterion(name));
        CriterionForm form = CriterionForm.of(criterion);
        criteria.edit(
                criterion.id(),
                new CriterionForm(
                        form.name(),
                        form.hint(),
                        form.kind(),
                        weight,
                        form.word0(),
                        form.word1(),
                        form.word2(),
                        form.word3(),
                        form.essential(),
                        form.reasonId(),
                        form.version()));
    }

    private void move(Stage stage) {
        deals.move(deal, new DealMove(stage.id(), null, null, fixtures.version(deal), null), ani);
    }

    private int version(long criterionId) {
        return jdbc.sql("select coalesce(max(version), 0) from qualification_answer where criterion_id = :id")
                .param("id", criterionId)
                .query(Integer.class)
                .single();
    }

    private static AnswerForm form(@Nullable Integer rating, int version) {
        return new AnswerForm(rating, null, null, false, null, null, null, null, null, version);
    }
}
