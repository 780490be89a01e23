package app.tahap.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.TestJobs;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class NeedsControllerTests extends AssessmentScene {

    @Autowired
    TestJobs jobs;

    @Autowired
    Needs needs;

    @Test
    void asksTheUsualQuestionsInTheViewersLanguage() {
        assertThat(get(ani, "/deals/" + deal + "/needs"))
                .hasStatusOk()
                .bodyText()
                .contains("How do you do this today?", "10 of 10 questions are open", "data-answer");
        jdbc.sql("update users set language = 'id'").update();
        assertThat(get(fixtures.viewer(ani.id()), "/deals/" + deal + "/needs"))
                .bodyText()
                .contains("Bagaimana cara kerjanya sekarang?", "10 dari 10 pertanyaan belum dijawab");
    }

    @Test
    void keepsEachKindOfAnswerByItself() {
        assertThat(answer(ani, wording("What troubles"), 0, " Too <b>slow</b>\r\nand dear "))
                .hasStatusOk()
                .bodyText()
                .contains("data-version=\"1\"", "Saved at 10:00", "9 of 10 questions are open");
        answer(ani, wording("How urgent"), 0, 4);
        answer(ani, wording("What matters"), 0, 0, 3);
        answer(ani, wording("When should"), 0, 1);

        assertThat(view().answered())
                .extracting(AssessmentView.Item::words)
                .containsExactly("Too <b>slow</b>\nand dear", "Price, Service and support", "4/5", "This quarter");
        assertThat(body(get(ani, "/deals/" + deal + "/needs"))).contains("Too &lt;b&gt;slow&lt;/b&gt;");
    }

    @Test
    void takesAnAnswerAway() {
        answer(ani, wording("How urgent"), 0, 4);

        assertThat(answer(ani, wording("How urgent"), 1, "")).hasStatusOk();
        assertThat(view().open()).isEqualTo(10);
    }

    @Test
    void answersARepeatedRequestAsTheFirstOne() {
        answer(ani, wording("What troubles"), 0, "Slow");

        assertThat(answer(ani, wording("What troubles"), 0, "Slow"))
                .hasStatusOk()
                .bodyText()
                .contains("data-version=\"1\"");
    }

    @Test
    void showsBothTextsToWhoeverComesSecond() {
        answer(budi, wording("What troubles"), 0, "Errors");

        assertThat(answer(ani, wording("What troubles"), 0, "Slow"))
                .hasStatus(409)
                .bodyText()
                .contains("Budi Santoso has answered this meanwhile, at 10:00", "Errors", "data-keep-mine");
        assertThat(view().answered()).extracting(AssessmentView.Item::words).containsExactly("Errors");
        assertThat(answer(ani, wording("What troubles"), 1, "Slow")).hasStatusOk();
        assertThat(answer(ani, wording("How urgent"), 0, 2))
                .as("another answer")
                .hasStatusOk();
    }

    @Test
    void keepsAWholeFormAndTellsItOnce() {
        long trouble = wording("What troubles");
        long urgency = wording("How urgent");

        assertThat(post(
                        ani,
                        "/deals/" + deal + "/needs",
                        "version-" + trouble,
                        0,
                        "answer-" + trouble,
                        "Slow",
                        "version-" + urgency,
                        0,
                        "answer-" + urgency,
                        5))
                .hasRedirectedUrl("/deals/" + deal);
        assertThat(journal()).singleElement().asString().contains("assessment.journal.answered", "\"2\"");
        assertThat(body(get(ani, "/deals/" + deal)))
                .contains("Ani Basuki answered 2 questions", "Slow", "8 of 10 questions are open", "Go on asking");
    }

    /** A form carries all answers; those that its author left alone are nobody's change. */
    @Test
    void leavesAloneInAFormWhatItsAuthorDidNotChange() {
        long trouble = wording("What troubles");
        long urgency = wording("How urgent");
        answer(budi, trouble, 0, "Errors");

        assertThat(post(
                        ani,
                        "/deals/" + deal + "/needs",
                        "version-" + trouble,
                        0,
                        "seen-" + trouble,
                        Answer.NONE.mark(),
                        "version-" + urgency,
                        0,
                        "seen-" + urgency,
                        Answer.NONE.mark(),
                        "answer-" + urgency,
                        5))
                .hasStatus3xxRedirection();
        assertThat(view().answered()).extracting(AssessmentView.Item::words).containsExactly("Errors", "5/5");
    }

    @Test
    void showsBothTextsOfAFormAndKeepsTheRest() {
        long trouble = wording("What troubles");
        long urgency = wording("How urgent");
        answer(budi, trouble, 0, "Errors");

        assertThat(post(
                        ani,
                        "/deals/" + deal + "/needs",
                        "version-" + trouble,
                        0,
                        "answer-" + trouble,
                        "Slow",
                        "version-" + urgency,
                        0,
                        "answer-" + urgency,
                        5))
                .hasStatus(409)
                .bodyText()
                .contains(">Slow</textarea>", "Budi Santoso has answered this meanwhile", "Errors", "save again")
                .contains("name=\"version-" + trouble + "\" value=\"1\"");
        assertThat(view().answered()).extracting(AssessmentView.Item::words).containsExactly("Errors", "5/5");
        assertThat(post(ani, "/deals/" + deal + "/needs", "version-" + trouble, 1, "answer-" + trouble, "Slow, errors"))
                .hasStatus3xxRedirection();
        assertThat(view().answered()).extracting(AssessmentView.Item::words).containsExactly("Slow, errors", "5/5");
    }

    @Test
    void tellsASittingOnceItIsOver() {
        answer(ani, wording("What troubles"), 0, "Slow");
        answer(ani, wording("What troubles"), 1, "Slow, and errors");
        clock.turn(Duration.ofMinutes(10));
        answer(ani, wording("How urgent"), 0, 3);
        answer(budi, wording("When should"), 0, 3);
        assertThat(journal()).isEmpty();

        clock.turn(Duration.ofMinutes(21));
        jobs.doWhatIsDue();
        assertThat(journal()).singleElement().asString().contains("\"2\"");
        clock.turn(Duration.ofMinutes(10));
        jobs.doWhatIsDue();
        jobs.doWhatIsDue();
        assertThat(journal()).hasSize(2).last().asString().contains("answered-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "-1", "many", "99999999999", "2.5"})
    void refusesARatingThatThereIsNot(String value) {
        assertThat(answer(ani, wording("How urgent"), 0, value)).hasStatus(422);
        assertThat(view().open()).isEqualTo(10);
    }

    @Test
    void refusesChoicesThatThereAreNotAndTextsThatAreTooLong() {
        assertThat(answer(ani, wording("What matters"), 0, 0, 6)).hasStatus(422);
        assertThat(answer(ani, wording("What troubles"), 0, "x".repeat(5001)))
                .hasStatus(422)
                .bodyText()
                .contains("An answer may have 5,000 characters at most.");
        assertThat(answer(ani, 999_999, 0, "x")).hasStatus(404);
        assertThat(enhanced(ani, "/deals/" + deal + "/needs/" + wording("How urgent"), "answer", 1))
                .hasStatus(422);
        assertThat(view().open()).isEqualTo(10);
    }

    @Test
    void hidesTheDealsOfOthers() {
        var stranger = stranger();

        assertThat(get(stranger, "/deals/" + deal + "/needs")).hasStatus(404);
        assertThat(answer(stranger, wording("How urgent"), 0, 4)).hasStatus(404);
        assertThat(post(stranger, "/deals/" + deal + "/needs")).hasStatus(404);
        assertThat(get(stranger, "/deals/" + deal + "/answers.csv")).hasStatus(404);
        assertThat(post(stranger, "/deals/" + deal + "/need-tags", "kind", "PAIN", "label", "Slow"))
                .hasStatus(404);
        answer(ani, wording("What troubles"), 0, "Slow");
        assertThat(body(get(stranger, "/answers.csv"))).doesNotContain("Slow");
    }

    @Test
    void writesAnswersToAFile() {
        answer(ani, wording("What troubles"), 0, "=1+1");
        answer(budi, wording("How urgent"), 0, 4);
        fixtures.deal("Another", stages.get(0), ani);

        for (String address :
                new String[] {"/deals/" + deal + "/answers.csv", "/answers.csv?text=laptops&only=AWAKE"}) {
            assertThat(body(get(ani, address)).lines())
                    .as(address)
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("What troubles you most about it?,'=1+1,Ani Basuki"))
                    .anySatisfy(line -> assertThat(line).contains("Fifty laptops", "How urgent is it?,4/5,Budi"));
        }
    }

    @Test
    void offersTheProblemToTheProposal() {
        answer(ani, wording("What troubles"), 0, "Slow\nand dear");
        answer(ani, wording("How urgent"), 0, 4);
        post(ani, "/deals/" + deal + "/need-tags", "kind", "PAIN", "label", "slow RESPONSE");
        post(ani, "/deals/" + deal + "/need-tags", "kind", "NEED", "label", "Save time");

        Needs.Told told = needs.of(deal, Locale.ENGLISH);

        assertThat(told.pains()).containsExactly("Slow response");
        assertThat(told.needs()).containsExactly("Save time");
        assertThat(told.problem())
                .containsExactly(new Needs.Answered("What troubles you most about it?", "Slow\nand dear"));
        assertThat(told.asMarkdown()).isEqualTo("- Slow response\n- Save time\n\nSlow\nand dear");
    }
}
