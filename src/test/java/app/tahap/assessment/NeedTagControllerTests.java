package app.tahap.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedTagControllerTests extends AssessmentScene {

    @Test
    void addsFromTheListAndWhatIsTyped() {
        assertThat(post(ani, tags(), "kind", "PAIN", "label", "slow response"))
                .hasRedirectedUrl("/deals/" + deal + "/needs#need-tags");
        assertThat(enhanced(ani, tags(), "kind", "NEED", "label", " One number for all "))
                .hasStatusOk()
                .bodyText()
                .contains("Slow response", "One number for all")
                .doesNotContain("<html");

        assertThat(view().tags().pains()).extracting(AssessmentView.Tag::label).containsExactly("Slow response");
        assertThat(body(get(admin, "/settings/needs"))).contains("One number for all");
        assertThat(journal()).hasSize(2).first().asString().contains("noted.PAIN", "Slow response");
    }

    @Test
    void addsTheSameOnce() {
        post(ani, tags(), "kind", "PAIN", "label", "Slow response");
        post(budi, tags(), "kind", "PAIN", "label", "SLOW RESPONSE");

        assertThat(journal()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from need where lower(label) = 'slow response'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void removesOneAndTellsIt() {
        post(ani, tags(), "kind", "PAIN", "label", "Slow response");
        long need = view().tags().pains().get(0).id();

        assertThat(enhanced(ani, tags() + "/" + need + "/removal")).hasStatusOk();
        assertThat(enhanced(ani, tags() + "/" + need + "/removal")).hasStatusOk();

        assertThat(view().tags().isEmpty()).isTrue();
        assertThat(journal()).hasSize(2).last().asString().contains("assessment.journal.removed");
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThat(enhanced(ani, tags(), "kind", "NEED", "label", "  "))
                .hasStatus(422)
                .bodyText()
                .contains("Please write what it is.");
        assertThat(post(ani, tags(), "kind", "PAIN", "label", "x".repeat(101)))
                .hasStatus(422)
                .bodyText()
                .contains("At most 100 characters", "x".repeat(101), "<html");
        assertThat(post(ani, tags(), "kind", "WISH", "label", "Slow")).hasStatus(422);
        assertThat(view().tags().isEmpty()).isTrue();
    }

    @Test
    void findsDealsByWhatTheyNeed() {
        fixtures.deal("Another", stages.get(0), ani);
        post(ani, tags(), "kind", "PAIN", "label", "Slow response");
        long need = view().tags().pains().get(0).id();

        assertThat(body(get(ani, "/deals?need=" + need)))
                .contains("1 deal", "Fifty laptops", "Pain or need", "Slow response")
                .doesNotContain("Another");
    }

    private String tags() {
        return "/deals/" + deal + "/need-tags";
    }
}
