package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static app.tahap.field.FieldFixtures.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.field.FieldFixtures;
import app.tahap.field.FieldType;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValue.Text;
import app.tahap.field.FieldValues;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What becomes of the administrator's fields where two organisations, people or deals become one. */
@DatabaseTest
class FieldMergingTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Fields fields;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer budi;
    Stage stage;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
    }

    @ParameterizedTest
    @EnumSource
    void asksWhoseValueStaysWhereTheTwoDiffer(RecordKind kind) {
        long level = field(kind, FieldType.CHOICE, "Level", "Gold", "Silver");
        long note = field(kind, FieldType.TEXT, "Note");
        long same = field(kind, FieldType.TEXT, "Same thing");
        long empty = field(kind, FieldType.TEXT, "Known to nobody");
        long old = field(kind, FieldType.TEXT, "Old habit");
        FieldValues both = FieldValues.NONE.with(same, new Text("as ever"));
        long kept = record(
                kind,
                both.with(level, FieldValue.of(choice(jdbc, level, "Gold"))).with(old, new Text("a")));
        long other = record(
                kind,
                both.with(level, FieldValue.of(choice(jdbc, level, "Silver")))
                        .with(old, new Text("b"))
                        .with(note, new Text("<b>call</b>")));
        FieldFixtures.archive(jdbc, old);

        assertThat(ask(kind, kept, other))
                .hasStatusOk()
                .bodyText()
                .contains(
                        ">Level</legend>",
                        radio(level, "KEPT", true) + " <span>Gold</span>",
                        radio(level, "OTHER", false) + " <span>Silver</span>",
                        ">Note</legend>",
                        radio(note, "KEPT", false) + " <span>–</span>",
                        radio(note, "OTHER", true) + " <span>&lt;b&gt;call&lt;/b&gt;</span>")
                .doesNotContain("Same thing", "Known to nobody", "Old habit")
                .doesNotContain("sides[field-" + empty);
    }

    @Test
    void saysValuesOfAllTypesInTheLanguageOfTheViewer() {
        long seats = field(RecordKind.PERSON, FieldType.NUMBER, "Seats");
        long budget = field(RecordKind.PERSON, FieldType.MONEY, "Budget");
        long since = field(RecordKind.PERSON, FieldType.DATE, "Since");
        long interests = field(RecordKind.PERSON, FieldType.CHOICES, "Interests", "Support", "Training");
        long engineer = field(RecordKind.PERSON, FieldType.USER, "Engineer");
        long kept = record(RecordKind.PERSON, FieldValues.NONE.with(engineer, FieldValue.of(ani.id())));
        long other = record(
                RecordKind.PERSON,
                FieldValues.NONE
                        .with(seats, new Numeric(new BigDecimal("1250.5")))
                        .with(budget, new Amount(new BigDecimal("1500.25"), "USD"))
                        .with(since, FieldValue.of(LocalDate.of(2026, 5, 1)))
                        .with(
                                interests,
                                new Several(List.of(
                                        choice(jdbc, interests, "Training"), choice(jdbc, interests, "Support"))))
                        .with(engineer, FieldValue.of(budi.id())));
        jdbc.sql("update users set language = 'id'").update();

        assertThat(ask(RecordKind.PERSON, kept, other))
                .bodyText()
                .contains(
                        "<span>1.250,5</span>",
                        "1.500,25</span>",
                        "<span>1 Mei 2026</span>",
                        "<span>Support, Training</span>",
                        "<span>Ani Basuki</span>",
                        "<span>Budi Santoso</span>");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasChosenFromEitherSide(RecordKind kind) {
        long ours = field(kind, FieldType.TEXT, "Ours");
        long theirs = field(kind, FieldType.TEXT, "Theirs");
        long unwanted = field(kind, FieldType.TEXT, "Unwanted");
        long outdated = field(kind, FieldType.TEXT, "Outdated");
        long kept = record(
                kind,
                FieldValues.NONE
                        .with(ours, new Text("a"))
                        .with(theirs, new Text("b"))
                        .with(outdated, new Text("c")));
        long other = record(
                kind,
                FieldValues.NONE
                        .with(ours, new Text("x"))
                        .with(theirs, new Text("y"))
                        .with(unwanted, new Text("z")));
        FieldValues before = fields.values(kind, other);

        merge(
                kind,
                kept,
                other,
                Map.of(side(ours), "KEPT", side(theirs), "OTHER", side(unwanted), "KEPT", side(outdated), "OTHER"));

        assertThat(fields.values(kind, kept))
                .isEqualTo(FieldValues.NONE.with(ours, new Text("a")).with(theirs, new Text("y")));
        assertThat(fields.values(kind, other)).isEqualTo(before);
        assertThat(jdbc.sql("select text from custom_field_value where record_id = :id and field_id = :field")
                        .param("id", kept)
                        .param("field", theirs)
                        .query(String.class)
                        .single())
                .isEqualTo("y");
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingThatNobodyChoseToLose(RecordKind kind) {
        long both = field(kind, FieldType.TEXT, "Both");
        long theirs = field(kind, FieldType.TEXT, "Theirs");
        long old = field(kind, FieldType.TEXT, "Old");
        long older = field(kind, FieldType.TEXT, "Older");
        long kept = record(kind, FieldValues.NONE.with(both, new Text("a")).with(old, new Text("b")));
        long other = record(
                kind,
                FieldValues.NONE
                        .with(both, new Text("w"))
                        .with(theirs, new Text("x"))
                        .with(old, new Text("y"))
                        .with(older, new Text("z")));
        FieldFixtures.archive(jdbc, old);
        FieldFixtures.archive(jdbc, older);

        merge(kind, kept, other, Map.of());

        assertThat(fields.values(kind, kept))
                .isEqualTo(FieldValues.NONE
                        .with(both, new Text("a"))
                        .with(theirs, new Text("x"))
                        .with(old, new Text("b"))
                        .with(older, new Text("z")));
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingByAChoiceThatNoPageOffers(RecordKind kind) {
        long note = field(kind, FieldType.TEXT, "Note");
        long old = field(kind, FieldType.TEXT, "Old");
        long foreign =
                field(kind == RecordKind.DEAL ? RecordKind.PERSON : RecordKind.DEAL, FieldType.TEXT, "Of another kind");
        FieldValues ours = FieldValues.NONE.with(note, new Text("a")).with(old, new Text("b"));
        long kept = record(kind, ours);
        long other = record(kind, FieldValues.NONE.with(note, new Text("x")).with(old, new Text("y")));
        FieldFixtures.archive(jdbc, old);

        merge(
                kind,
                kept,
                other,
                Map.of(
                        side(note),
                        "BOTH",
                        side(old),
                        "OTHER",
                        side(foreign),
                        "OTHER",
                        side(999_999),
                        "OTHER",
                        "sides[field-x]",
                        "OTHER",
                        "sides[fields]",
                        "OTHER"));

        assertThat(fields.values(kind, kept)).isEqualTo(ours);
    }

    @Test
    void tellsOnTheTimelineOfADealWhichFieldsChanged() {
        long level = field(RecordKind.DEAL, FieldType.CHOICE, "Level", "Gold", "Silver");
        long note = field(RecordKind.DEAL, FieldType.TEXT, "Note");
        FieldValue gold = FieldValue.of(choice(jdbc, level, "Gold"));
        FieldValue silver = FieldValue.of(choice(jdbc, level, "Silver"));
        long kept = record(RecordKind.DEAL, FieldValues.NONE.with(level, gold).with(note, new Text("call")));
        long other = record(RecordKind.DEAL, FieldValues.NONE.with(level, silver));

        merge(RecordKind.DEAL, kept, other, Map.of(side(level), "OTHER", side(note), "OTHER"));

        assertThat(jdbc.sql("select changes::text from deal_event where kind = 'AMENDED' and deal_id = :id")
                        .param("id", kept)
                        .query(String.class)
                        .single())
                .contains("custom." + level, "custom." + note)
                .doesNotContain("title");
        assertThat(mvc.get().uri("/deals/" + kept).with(as(ani)))
                .bodyText()
                .contains("<del>Gold</del>", "<ins>Silver</ins>", "<del>call</del>");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheChoiceAgainWhereSomebodyChangedOneMeanwhile(RecordKind kind) {
        long note = field(kind, FieldType.TEXT, "Note");
        long kept = record(kind, FieldValues.NONE.with(note, new Text("a")));
        long other = record(kind, FieldValues.NONE.with(note, new Text("x")));
        int seen = version(kind, other);
        jdbc.sql("update %s set version = version + 1 where id = :id".formatted(table(kind)))
                .param("id", other)
                .update();

        assertThat(send(kind, kept, other, seen, Map.of(side(note), "OTHER")))
                .hasStatus(409)
                .bodyText()
                .contains(radio(note, "KEPT", false), radio(note, "OTHER", true));
        assertThat(fields.values(kind, kept).get(note)).isEqualTo(new Text("a"));
    }

    @ParameterizedTest
    @EnumSource
    void costsTheSameNumberOfQueriesHoweverManyFieldsDiffer(RecordKind kind) {
        long first = field(kind, FieldType.USER, "Engineer 0");
        FieldValues ours = FieldValues.NONE.with(first, FieldValue.of(ani.id()));
        FieldValues theirs = FieldValues.NONE.with(first, FieldValue.of(budi.id()));
        long kept = record(kind, ours);
        long other = record(kind, theirs);
        ask(kind, kept, other);
        int before = StatementCount.of(() -> ask(kind, kept, other));
        for (int i = 1; i < 10; i++) {
            long next = field(kind, FieldType.USER, "Engineer " + i);
            ours = ours.with(next, FieldValue.of(ani.id()));
            theirs = theirs.with(next, FieldValue.of(budi.id()));
        }
        fill(kind, kept, ours);
        fill(kind, other, theirs);

        assertThat(StatementCount.of(() -> ask(kind, kept, other))).isEqualTo(before);
    }

    private static String side(long field) {
        return "sides[field-" + field + "]";
    }

    private static String radio(long field, String side, boolean chosen) {
        return "type=\"radio\" name=\"%s\" value=\"%s\"%s>"
                .formatted(side(field), side, chosen ? " checked=\"checked\"" : "");
    }

    private long field(RecordKind kind, FieldType type, String name, String... choices) {
        return FieldFixtures.field(jdbc, kind, type, name, choices);
    }

    private long record(RecordKind kind, FieldValues values) {
        long id = kind == RecordKind.DEAL
                ? fixtures.deal("Fifty laptops", stage, ani)
                : jdbc.sql("insert into %s (name, created_at) values ('Maju', now()) returning id"
                                .formatted(table(kind)))
                        .query(Long.class)
                        .single();
        fill(kind, id, values);
        return id;
    }

    private void fill(RecordKind kind, long id, FieldValues values) {
        jdbc.sql("update %s set fields = cast(:fields as jsonb) where id = :id".formatted(table(kind)))
                .param("fields", values.toJson())
                .param("id", id)
                .update();
    }

    private MvcTestResult ask(RecordKind kind, long kept, long other) {
        return mvc.get()
                .uri(page(kind, kept) + "/merging?with=" + other)
                .with(as(ani))
                .exchange();
    }

    private void merge(RecordKind kind, long kept, long other, Map<String, String> sides) {
        assertThat(send(kind, kept, other, version(kind, other), sides)).hasRedirectedUrl(page(kind, kept));
    }

    private MvcTestResult send(RecordKind kind, long kept, long other, int otherVersion, Map<String, String> sides) {
        var request = mvc.post()
                .uri(page(kind, kept) + "/merging")
                .with(as(ani))
                .with(csrf())
                .param("with", Long.toString(other))
                .param("version", Integer.toString(version(kind, kept)))
                .param("otherVersion", Integer.toString(otherVersion))
                .param("key", UUID.randomUUID().toString());
        sides.forEach(request::param);
        return request.exchange();
    }

    private int version(RecordKind kind, long id) {
        return jdbc.sql("select version from %s where id = :id".formatted(table(kind)))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static String table(RecordKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String page(RecordKind kind, long id) {
        return switch (kind) {
            case DEAL -> "/deals/" + id;
            case ORGANIZATION -> "/organizations/" + id;
            case PERSON -> "/people/" + id;
        };
    }
}
