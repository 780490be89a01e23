package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealListControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    Viewer ani;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void findsByRangesOfDatesAndByTraits() {
        fixtures.deal("Fifty laptops", stages.get(0), ani);
        fixtures.deal("Ten printers", stages.get(0), ani, null, "USD");

        assertThat(list(ani, "created.from=2026-05-20&created.to=2026-05-20&only=WITHOUT_AMOUNT"))
                .bodyText()
                .contains("Ten printers")
                .doesNotContain("Fifty laptops");
        assertThat(list(ani, "created.to=2026-05-19")).bodyText().contains("No deals match");
    }

    @Test
    void listsDeletedDealsOnlyWhereAskedFor() {
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        deals.delete(deal, 0, ani);

        assertThat(list(ani, "")).bodyText().doesNotContain("Fifty laptops");
        assertThat(list(ani, "only=DELETED")).bodyText().contains("Deleted deals", "Fifty laptops");
    }

    @Test
    void keepsInTheFilterWhatItHasNoInputFor() {
        assertThat(list(ani, "entered.stage=" + stages.get(2).id()))
                .bodyText()
                .contains("name=\"entered.stage\" value=\"" + stages.get(2).id());
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        fixtures.deal("Fifty laptops", stages.get(0), ani);

        assertThat(list(fixtures.user("Budi Santoso", Role.REP), "")).bodyText().doesNotContain("Fifty laptops");
    }

    @Test
    void answersNonsenseWithABadRequest() {
        assertThat(list(ani, "created.from=yesterday")).hasStatus(400);
        assertThat(list(ani, "only=SHINY")).hasStatus(400);
    }

    private MvcTestResult list(Viewer viewer, String query) {
        return mvc.get().uri("/deals?" + query).with(as(viewer)).exchange();
    }
}
