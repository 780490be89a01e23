package app.tahap.pipeline;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@DatabaseTest
class ChoiceListControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ChoiceLists lists;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
    }

    @Test
    void showsBothListsOfReasonsAndTheOneOfSources() {
        assertThat(mvc.get().uri("/settings/reasons").with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Why deals are lost", ">Competitor</a>", "Why deals are disqualified", ">Spam</a>");
        assertThat(mvc.get().uri("/settings/sources").with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains(">Cold call</a>")
                .doesNotContain("Spam");
    }

    /** Where each row had a field of its own, saving one lost what was typed into another. */
    @Test
    void renamesOneEntryAtATimeOnAPageOfItsOwn() {
        long price = id(ChoiceList.LOST, "Price");

        assertThat(mvc.get().uri("/settings/reasons").with(as(admin)))
                .bodyText()
                .contains("href=\"/settings/lists/LOST/" + price + "\"")
                .doesNotContain("value=\"Price\"");
        assertThat(mvc.get().uri("/settings/lists/LOST/" + price).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"label\" value=\"Price\"", "name=\"version\" value=\"0\"")
                .doesNotContain(">Competitor<");
    }

    @Test
    void knowsNoOtherPageOfLists() {
        assertThat(mvc.get().uri("/settings/secrets").with(as(admin))).hasStatus(404);
    }

    @Test
    void addsAtTheEndOfTheRightList() {
        assertThat(post("/settings/lists/DISQUALIFIED").param("label", " Too small "))
                .hasRedirectedUrl("/settings/reasons");
        assertThat(post("/settings/lists/SOURCE").param("label", "Partner")).hasRedirectedUrl("/settings/sources");

        assertThat(labels(ChoiceList.DISQUALIFIED)).endsWith("Spam", "Too small");
        assertThat(labels(ChoiceList.SOURCE)).endsWith("Partner");
        assertThat(labels(ChoiceList.LOST)).doesNotContain("Too small");
    }

    @Test
    void startsAListThatIsEmpty() {
        jdbc.sql("delete from lead_source").update();

        assertThat(mvc.get().uri("/settings/sources").with(as(admin)))
                .bodyText()
                .contains("The list is empty.");
        post("/settings/lists/SOURCE").param("label", "Partner").exchange();

        assertThat(labels(ChoiceList.SOURCE)).containsExactly("Partner");
    }

    @Test
    void refusesBlankLongAndRepeatedNames() {
        assertThat(post("/settings/lists/LOST").param("label", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Please write a name.");
        assertThat(post("/settings/lists/LOST").param("label", "x".repeat(101))).hasStatus(422);
        assertThat(post("/settings/lists/LOST").param("label", "PRICE"))
                .hasStatus(422)
                .bodyText()
                .contains("“PRICE” is in this list already", "value=\"PRICE\"");
        assertThat(post("/settings/lists/DISQUALIFIED").param("label", "Price")).hasStatus3xxRedirection();
    }

    @Test
    void renamesAnEntryEverywhereItIsUsed() {
        assertThat(rename("Price", "Too expensive", 0))
                .hasRedirectedUrl("/settings/reasons")
                .flash()
                .containsEntry("notice", "Saved.");
        assertThat(labels(ChoiceList.LOST))
                .startsWith("Too expensive", "Competitor")
                .doesNotContain("Price");
    }

    @Test
    void tellsAtTheFieldWhyTheEntryWasNotRenamed() {
        long price = id(ChoiceList.LOST, "Price");
        assertThat(rename("Price", "competitor", 0))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"competitor\"", "is in this list already")
                .containsOnlyOnce("id=\"label-error\"");
        rename("Price", "Budget", 0).exchange();

        assertThat(post("/settings/lists/LOST/" + price).param("label", "Cost").param("version", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has saved this", "value=\"Cost\"", "name=\"version\" value=\"1\"");
        assertThat(labels(ChoiceList.LOST)).contains("Budget").doesNotContain("Cost");
    }

    @Test
    void putsAnEntryBelowAnotherOrFirst() {
        long second = id(ChoiceList.LOST, "Competitor");

        assertThat(place(second, "")).hasRedirectedUrl("/settings/reasons#LOST-" + second);
        assertThat(labels(ChoiceList.LOST)).startsWith("Competitor", "Price", "No budget");
        place(second, Long.toString(id(ChoiceList.LOST, "No budget"))).exchange();
        assertThat(labels(ChoiceList.LOST)).startsWith("Price", "No budget", "Competitor", "No decision");
    }

    @Test
    void answersAScriptWithTheRowsInTheirNewOrder() {
        long second = id(ChoiceList.LOST, "Competitor");

        assertThat(place(second, "").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<ol")
                .containsSubsequence(">Competitor</a>", ">Price</a>", ">No budget</a>");
    }

    @Test
    void offersAnArchivedEntryNoLongerButKeepsItWhereItWasUsed() {
        long price = id(ChoiceList.LOST, "Price");

        assertThat(post("/settings/lists/LOST/%d/archive".formatted(price))).hasRedirectedUrl("/settings/reasons");

        assertThat(mvc.get().uri("/settings/reasons").with(as(admin)))
                .bodyText()
                .contains("One archived");
        assertThat(lists.load(ChoiceList.LOST, price).archived()).isTrue();
        post("/settings/lists/LOST/%d/restoration".formatted(price)).exchange();
        assertThat(labels(ChoiceList.LOST)).startsWith("Price", "Competitor");
    }

    @Test
    void keepsOneReasonButNoSource() {
        for (ChoiceEntry entry : lists.entries(ChoiceList.LOST).subList(1, 7)) {
            lists.archive(ChoiceList.LOST, entry.id());
        }
        assertThat(post("/settings/lists/LOST/%d/archive".formatted(id(ChoiceList.LOST, "Price"))))
                .hasStatus(422)
                .bodyText()
                .contains("“Price” is the last one on offer");

        for (ChoiceEntry entry : lists.entries(ChoiceList.SOURCE)) {
            assertThat(post("/settings/lists/SOURCE/%d/archive".formatted(entry.id())))
                    .hasStatus3xxRedirection();
        }
    }

    @Test
    void answers404ForAnEntryOfAnotherList() {
        long spam = id(ChoiceList.DISQUALIFIED, "Spam");
        for (String action : List.of("", "/place", "/archive", "/restoration")) {
            assertThat(post("/settings/lists/LOST/" + spam + action)
                            .param("label", "X")
                            .param("up", "true"))
                    .as(action)
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/settings/lists/LOST/" + spam).with(as(admin)))
                .hasStatus(404);
        assertThat(post("/settings/lists/NONSENSE").param("label", "X")).hasStatus(400);
    }

    private MockMvcRequestBuilder rename(String from, String to, int version) {
        return post("/settings/lists/LOST/" + id(ChoiceList.LOST, from))
                .param("label", to)
                .param("version", Integer.toString(version));
    }

    private MockMvcRequestBuilder place(long id, String aboveId) {
        return post("/settings/lists/LOST/%d/place".formatted(id)).param("aboveId", aboveId);
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(as(admin)).with(csrf());
    }

    private List<String> labels(ChoiceList list) {
        return lists.entries(list).stream().map(ChoiceEntry::label).toList();
    }

    private long id(ChoiceList list, String label) {
        return lists.entries(list).stream()
                .filter(entry -> entry.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
