package app.tahap.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.pipeline.PipelineFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class QuestionControllerTests extends AssessmentScene {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Test
    void listsThemInTheirOrder() {
        assertThat(body(get(admin, "/settings/questions")))
                .containsSubsequence("How do you do this today?", "What troubles you", "What could keep you")
                .contains("href=\"/answers.csv\"");
    }

    @Test
    void beginsAnEmptySetWithTheUsualOnes() {
        PipelineFixtures shape = beans.createBean(PipelineFixtures.class);
        long other = shape.pipeline("Partners", null);
        assertThat(body(get(admin, "/settings/questions?pipeline=" + other))).contains("Begin with the usual");

        post(admin, "/settings/questions/beginning", "pipeline", other);
        post(admin, "/settings/questions/beginning", "pipeline", other);

        assertThat(questions.of(other)).hasSize(10);
    }

    @Test
    void addsAQuestionAtTheEnd() {
        assertThat(save(
                        "/settings/questions",
                        "pipeline",
                        pipeline.id(),
                        "kind",
                        "SINGLE",
                        "english",
                        " Which plan? ",
                        "englishChoices",
                        "Small\n\n Large ",
                        "indonesianChoices",
                        "Kecil\nBesar",
                        "forProposal",
                        "true"))
                .hasRedirectedUrl("/settings/questions?pipeline=" + pipeline.id());

        List<Question> all = questions.of(pipeline.id());
        Question last = all.get(all.size() - 1);
        assertThat(last.wording().text().in(Locale.forLanguageTag("id"))).isEqualTo("Which plan?");
        assertThat(last.wording().choicesIn(Locale.forLanguageTag("id"))).containsExactly("Kecil", "Besar");
        assertThat(last.forProposal()).isTrue();
    }

    @Test
    void refusesWhatMakesNoQuestionAndKeepsWhatWasTyped() {
        assertThat(save("/settings/questions", "pipeline", pipeline.id(), "kind", "OPEN", "englishHelp", "Listen"))
                .hasStatus(422)
                .bodyText()
                .contains("Please write the question in at least one language.", "Listen");
        assertThat(save(
                        "/settings/questions",
                        "pipeline",
                        pipeline.id(),
                        "kind",
                        "MULTIPLE",
                        "english",
                        "Which?",
                        "englishChoices",
                        "One"))
                .hasStatus(422)
                .bodyText()
                .contains("Please write 2 to 9 choices");
        assertThat(save(
                        "/settings/questions",
                        "pipeline",
                        pipeline.id(),
                        "kind",
                        "SINGLE",
                        "english",
                        "Which?",
                        "englishChoices",
                        "A\nB\nC",
                        "indonesianChoices",
                        "A\nB"))
                .hasStatus(422)
                .bodyText()
                .contains("3 choices in English and 2 in Indonesian");
        assertThat(save(
                        "/settings/questions",
                        "pipeline",
                        pipeline.id(),
                        "kind",
                        "SINGLE",
                        "english",
                        "Which?",
                        "englishChoices",
                        "Small\nsmall\nLarge"))
                .hasStatus(422)
                .bodyText()
                .contains("“small” is there twice.");
        assertThat(save("/settings/questions", "pipeline", pipeline.id(), "kind", "SHINY", "english", "Which?"))
                .hasStatus(422);
        assertThat(save("/settings/questions", "pipeline", 999_999, "kind", "OPEN", "english", "Which?"))
                .hasStatus(404);
        assertThat(questions.of(pipeline.id())).hasSize(10);
    }

    @Test
    void overwritesAWordingThatNobodyAnswered() {
        Question trouble = question("What troubles");

        reword(trouble, "What hurts?");

        assertThat(question("What hurts").wordingId()).isEqualTo(trouble.wordingId());
    }

    @Test
    void keepsAnswersToTheWordingBeforeAndTellsDealsThatItIsNew() {
        answer(ani, wording("What troubles"), 0, "Slow");
        long untouched = fixtures.deal("Another", stages.get(3), ani);

        reword(question("What troubles"), "What hurts?");

        assertThat(view().fresh()).isEqualTo(1);
        assertThat(view().open()).isEqualTo(10);
        assertThat(body(get(ani, "/deals/" + deal + "/needs")))
                .contains("One question has been added or worded anew", "Answered to an earlier wording", "Slow");
        assertThat(assessments.load(untouched, ani).fresh()).isZero();
        answer(ani, wording("What hurts"), 0, "Still slow");
        assertThat(view().fresh()).isZero();
        assertThat(view().asked().get(1).earlier()).hasSize(1);
    }

    @Test
    void countsAnswersForACorrectedWording() {
        answer(ani, wording("What troubles"), 0, "Slow");
        Question trouble = question("What troubles");

        save(
                "/settings/questions/" + trouble.id(),
                "kind",
                "OPEN",
                "english",
                "What troubles you the most?",
                "version",
                trouble.version(),
                "correction",
                "true");

        assertThat(view().fresh()).isZero();
        assertThat(view().answered())
                .extracting(AssessmentView.Item::text)
                .containsExactly("What troubles you the most?");
    }

    /** Answers name choices by their places: one less would make them say something else. */
    @Test
    void takesNoChoiceAwayByACorrection() {
        answer(ani, wording("When should"), 0, 4);
        Question when = question("When should");

        save(
                "/settings/questions/" + when.id(),
                "kind",
                "SINGLE",
                "english",
                "When?",
                "englishChoices",
                "Now\nLater",
                "version",
                when.version(),
                "correction",
                "true");

        assertThat(question("When?").wordingId()).isNotEqualTo(when.wordingId());
        assertThat(view().asked().stream().flatMap(item -> item.earlier().stream()))
                .extracting(AssessmentView.Former::answer)
                .containsExactly("Not decided");
    }

    @Test
    void tellsDealsOfAQuestionThatWasAdded() {
        answer(ani, wording("What troubles"), 0, "Slow");

        save("/settings/questions", "pipeline", pipeline.id(), "kind", "OPEN", "english", "Anything else?");

        assertThat(view().fresh()).isEqualTo(1);
        assertThat(body(get(ani, "/deals/" + deal))).contains("1 new");
    }

    @Test
    void asksAnArchivedQuestionNoMoreButKeepsItsAnswers() {
        answer(ani, wording("What troubles"), 0, "Slow");
        long id = question("What troubles").id();

        post(admin, "/settings/questions/" + id + "/archive");

        assertThat(view().asked()).hasSize(9);
        assertThat(view().former()).extracting(AssessmentView.Former::answer).containsExactly("Slow");
        post(admin, "/settings/questions/" + id + "/restoration");
        assertThat(view().answered()).hasSize(1);
    }

    @Test
    void keepsAnswersOfADealThatGoesToAnotherPipeline() {
        answer(ani, wording("What troubles"), 0, "Slow");
        PipelineFixtures shape = beans.createBean(PipelineFixtures.class);
        long other = shape.pipeline("Partners", app.tahap.pipeline.Template.SEVEN);
        jdbc.sql(
                        "update deal set pipeline_id = :other, stage_id = (select min(id) from stage where pipeline_id = :other)")
                .param("other", other)
                .update();

        assertThat(view().asked()).hasSize(10);
        assertThat(view().former()).extracting(AssessmentView.Former::answer).containsExactly("Slow");
        assertThat(view().fresh()).isZero();
    }

    @Test
    void putsAQuestionElsewhere() {
        long first = question("How do you").id();
        long third = question("What does that cost").id();

        assertThat(post(admin, "/settings/questions/" + first + "/place", "aboveId", third))
                .hasStatus3xxRedirection();

        assertThat(questions.of(pipeline.id()))
                .element(2)
                .extracting(Question::id)
                .isEqualTo(first);
        assertThat(enhanced(admin, "/settings/questions/" + first + "/place"))
                .hasStatusOk()
                .bodyText()
                .contains("data-order");
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseSaved() {
        Question trouble = question("What troubles");
        reword(trouble, "What hurts?");

        assertThat(save("/settings/questions/" + trouble.id(), "kind", "OPEN", "english", "What aches?", "version", 0))
                .hasStatus(409)
                .bodyText()
                .contains("What aches?");
        assertThat(question("What hurts")).isNotNull();
    }

    private void reword(Question question, String text) {
        assertThat(save(
                        "/settings/questions/" + question.id(),
                        "kind",
                        "OPEN",
                        "english",
                        text,
                        "version",
                        question.version()))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult save(String address, Object... parameters) {
        return post(admin, address, new ArrayList<>(Stream.of(parameters).toList()).toArray());
    }
}
