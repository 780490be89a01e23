package app.tahap.field;

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
class FieldControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Fields fields;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
    }

    @Test
    void listsTheFieldsOfEachKindOfRecords() {
        field(RecordKind.DEAL, FieldType.MONEY, "Budget");
        FieldFixtures.archive(jdbc, field(RecordKind.PERSON, FieldType.TEXT, "Fax"));

        assertThat(get("/settings/fields"))
                .hasStatusOk()
                .bodyText()
                .contains(">Budget</a>", ">Money</small>", "One archived", ">Fax</a>", "None yet.");
    }

    @Test
    void addsAFieldWithItsChoicesAtTheEnd() {
        field(RecordKind.DEAL, FieldType.TEXT, "First");

        assertThat(get("/settings/fields/new?kind=PERSON")).hasStatusOk();
        assertThat(post("/settings/fields")
                        .param("kind", "DEAL")
                        .param("type", "CHOICE")
                        .param("name", " Level ")
                        .param("hint", " How large ")
                        .param("required", "true")
                        .param("choices", "Gold\n\n Silver \r\nBronze"))
                .hasStatus3xxRedirection();

        Field level = fields.inUse(RecordKind.DEAL).get(1);
        assertThat(level.name()).isEqualTo("Level");
        assertThat(level.hint()).isEqualTo("How large");
        assertThat(level.required()).isTrue();
        assertThat(level.offered().stream().map(FieldChoice::label)).containsExactly("Gold", "Silver", "Bronze");
    }

    @Test
    void tellsAtTheFieldWhyNothingWasAdded() {
        field(RecordKind.DEAL, FieldType.TEXT, "Level");

        assertThat(add("LEVEL", "TEXT", ""))
                .hasStatus(422)
                .bodyText()
                .contains("“LEVEL” is there already", "value=\"LEVEL\"");
        assertThat(add(" ", "TEXT", "")).hasStatus(422).bodyText().contains("Please write a name.");
        assertThat(add("x".repeat(61), "TEXT", "")).hasStatus(422).bodyText().contains("At most 60");
        assertThat(add("Size", "CHOICES", " \n")).hasStatus(422).bodyText().contains("at least one choice");
        assertThat(add("Size", "CHOICES", "a\nA")).hasStatus(422).bodyText().contains("“A” stands there twice");
        assertThat(add("Size", "CHOICES", "x".repeat(101))).hasStatus(422);
        assertThat(add("Size", "NONSENSE", "")).hasStatus(422);
        assertThat(post("/settings/fields")).hasStatus(422);
        assertThat(fields.all(RecordKind.DEAL)).hasSize(1);
    }

    @Test
    void refusesMoreFieldsThanAnybodyFillsIn() {
        for (int i = 1; i <= 50; i++) {
            field(RecordKind.DEAL, FieldType.TEXT, "Field " + i);
        }

        assertThat(add("One more", "TEXT", "")).hasStatus(422).bodyText().contains("There are 50 fields already");
    }

    @Test
    void changesAFieldButNotWhatItHolds() {
        long id = field(RecordKind.DEAL, FieldType.TEXT, "Level");

        assertThat(get("/settings/fields/" + id)).hasStatusOk().bodyText().contains("value=\"Level\"");
        assertThat(change(id, "Rank", 0)).hasStatus3xxRedirection();
        assertThat(change(id, "Grade", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has saved this", "value=\"Grade\"", "name=\"version\" value=\"1\"");

        Field field = fields.load(id);
        assertThat(field.name()).isEqualTo("Rank");
        assertThat(field.type()).isEqualTo(FieldType.TEXT);
        assertThat(field.kind()).isEqualTo(RecordKind.DEAL);
    }

    @Test
    void placesArchivesAndRestoresAField() {
        long first = field(RecordKind.DEAL, FieldType.TEXT, "First");
        long second = field(RecordKind.DEAL, FieldType.TEXT, "Second");
        long third = field(RecordKind.DEAL, FieldType.TEXT, "Third");

        post("/settings/fields/%d/place".formatted(third)).param("aboveId", "").exchange();
        assertThat(names()).containsExactly("Third", "First", "Second");
        assertThat(post("/settings/fields/%d/place".formatted(third))
                        .param("aboveId", Long.toString(first))
                        .header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<ol")
                .containsSubsequence(">First</a>", ">Third</a>", ">Second</a>");
        assertThat(post("/settings/fields/%d/archive".formatted(second))).hasStatus3xxRedirection();
        assertThat(names()).containsExactly("First", "Third");
        post("/settings/fields/%d/restoration".formatted(second)).exchange();
        assertThat(names()).containsExactly("First", "Third", "Second");
    }

    @Test
    void keepsTheIdsOfChoicesThroughRenamingPlacingAndArchiving() {
        long field = field(RecordKind.DEAL, FieldType.CHOICE, "Level", "Gold", "Silver");
        long gold = FieldFixtures.choice(jdbc, field, "Gold");
        String choice = "/settings/fields/%d/choices/%d".formatted(field, gold);

        assertThat(get(choice)).hasStatusOk().bodyText().contains("value=\"Gold\"");
        assertThat(post(choice).param("label", "Platinum").param("version", "0"))
                .hasStatus3xxRedirection();
        assertThat(post(choice).param("label", "silver").param("version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("“silver” is a choice already");
        assertThat(post(choice).param("label", "Old").param("version", "0")).hasStatus(409);
        post(choice + "/place")
                .param("aboveId", Long.toString(FieldFixtures.choice(jdbc, field, "Silver")))
                .exchange();
        assertThat(labels(field)).containsExactly("Silver", "Platinum");
        assertThat(fields.load(field).choice(gold).orElseThrow().label()).isEqualTo("Platinum");
        post(choice + "/archive").exchange();
        assertThat(labels(field)).containsExactly("Silver");
        assertThat(get("/settings/fields/" + field)).bodyText().contains("One archived", "Platinum");
        post(choice + "/restoration").exchange();
        assertThat(labels(field)).containsExactly("Silver", "Platinum");
    }

    @Test
    void addsAChoiceAndSaysAtTheFieldWhyNot() {
        long field = field(RecordKind.DEAL, FieldType.CHOICES, "Level", "Gold");
        String choices = "/settings/fields/%d/choices".formatted(field);

        assertThat(post(choices).param("label", " Silver ")).hasStatus3xxRedirection();
        assertThat(post(choices).param("label", "GOLD"))
                .hasStatus(422)
                .bodyText()
                .contains("“GOLD” is a choice already", "value=\"GOLD\"");
        assertThat(post(choices).param("label", "")).hasStatus(422);
        assertThat(labels(field)).containsExactly("Gold", "Silver");
    }

    @Test
    void answers404ForWhatIsNotThere() {
        long text = field(RecordKind.DEAL, FieldType.TEXT, "Text");
        long level = field(RecordKind.DEAL, FieldType.CHOICE, "Level", "Gold");
        long gold = FieldFixtures.choice(jdbc, level, "Gold");

        assertThat(get("/settings/fields/999999")).hasStatus(404);
        assertThat(post("/settings/fields/999999/archive")).hasStatus(404);
        assertThat(get("/settings/fields/%d/choices/%d".formatted(text, gold))).hasStatus(404);
        assertThat(post("/settings/fields/%d/choices/%d/archive".formatted(text, gold)))
                .hasStatus(404);
        assertThat(post("/settings/fields/%d/choices".formatted(text)).param("label", "x"))
                .hasStatus(404);
    }

    @Test
    void showsScriptAsText() {
        assertThat(add("<script>alert(1)</script>", "TEXT", "")).hasStatus3xxRedirection();

        assertThat(get("/settings/fields"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    private long field(RecordKind kind, FieldType type, String name, String... choices) {
        return FieldFixtures.field(jdbc, kind, type, name, choices);
    }

    private MockMvcRequestBuilder add(String name, String type, String choices) {
        return post("/settings/fields")
                .param("kind", "DEAL")
                .param("type", type)
                .param("name", name)
                .param("choices", choices);
    }

    private MockMvcRequestBuilder change(long id, String name, int version) {
        return post("/settings/fields/" + id)
                .param("kind", "PERSON")
                .param("type", "NUMBER")
                .param("name", name)
                .param("version", Integer.toString(version));
    }

    private List<String> names() {
        return fields.inUse(RecordKind.DEAL).stream().map(Field::name).toList();
    }

    private List<String> labels(long field) {
        return fields.load(field).offered().stream().map(FieldChoice::label).toList();
    }

    private MockMvcRequestBuilder get(String uri) {
        return mvc.get().uri(uri).with(as(admin));
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(as(admin)).with(csrf());
    }
}
