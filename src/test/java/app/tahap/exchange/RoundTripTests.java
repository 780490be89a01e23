package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static app.tahap.exchange.ImportFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.field.FieldFixtures;
import app.tahap.field.FieldType;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was exported can be imported, whichever language the one and the other is done in. */
@DatabaseTest
class RoundTripTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ImportFixtures imports;

    @Autowired
    DealService deals;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"en, en", "id, id", "en, id", "id, en"})
    void readsItsOwnExportsBack(String exported, String imported) {
        Pipeline pipeline = fixtures.workspace();
        List<Stage> stages = fixtures.stages(pipeline);
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        fixtures.deal("=1+1; \"a\", b\n;-c,+d", stages.get(0), sri, new BigDecimal("1234.5"), "USD");
        fixtures.deal("Rp 500.000,-", stages.get(1), sri, new BigDecimal("500000"), "IDR");
        fixtures.deal("'@home", stages.get(2), sri, new BigDecimal("0.05"), "EUR");
        long won = fixtures.deal("Won", stages.get(3), sri, null, "USD");
        long fair = jdbc.sql("insert into campaign (name, created_at) values ('Fair; \"2026\"', now()) returning id")
                .query(Long.class)
                .single();
        long tag = jdbc.sql("insert into tag (label, position) values ('Key account', 1) returning id")
                .query(Long.class)
                .single();
        jdbc.sql("update deal set campaign_id = :fair, tag_ids = array[:tag::bigint] where title = :title")
                .param("title", "'@home")
                .param("fair", fair)
                .param("tag", tag)
                .update();
        deals.close(won, Outcome.WON, null, null, 0, null, sri);
        List<String> before = rows("external_id is null");

        byte[] file = export(speaking(exported, sri));
        imports.bringIn(content(file), pipeline, speaking(imported, sri));

        assertThat(before).hasSize(4);
        assertThat(rows("external_id is not null")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "id, id", "en, id", "id, en"})
    void readsItsOwnCustomFieldsBack(String exported, String imported) {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        long text = field(FieldType.TEXT, "Contract");
        long level = field(FieldType.CHOICE, "Level", "Gold", "Silver, or so");
        long interests = field(FieldType.CHOICES, "Interests", "Support", "Training");
        long deal = fixtures.deal("A", fixtures.stages(pipeline).get(0), sri);
        FieldValues values = FieldValues.NONE
                .with(text, new FieldValue.Text("=1+1; \"a\", b"))
                .with(field(FieldType.NUMBER, "Seats"), new FieldValue.Numeric(new BigDecimal("-1250.125")))
                .with(field(FieldType.MONEY, "Budget"), new FieldValue.Amount(new BigDecimal("1234.5"), "EUR"))
                .with(field(FieldType.DATE, "Ends"), new FieldValue.Text("2026-12-31"))
                .with(level, FieldValue.of(FieldFixtures.choice(jdbc, level, "Silver, or so")))
                .with(
                        interests,
                        new FieldValue.Several(List.of(
                                FieldFixtures.choice(jdbc, interests, "Support"),
                                FieldFixtures.choice(jdbc, interests, "Training"))))
                .with(field(FieldType.USER, "Engineer"), FieldValue.of(sri.id()));
        values.byField().forEach((field, value) -> deals.setField(deal, field, value, sri));

        byte[] file = export(speaking(exported, sri));
        imports.bringIn(content(file), pipeline, speaking(imported, sri));

        assertThat(jdbc.sql("select fields::text from deal where external_id is not null")
                        .query(String.class)
                        .list())
                .map(FieldValues::ofJson)
                .containsExactly(values);
    }

    /** Ratings, pains and needs, closing signals and the next step, in whichever language. */
    @ParameterizedTest
    @CsvSource({"en, en", "id, id", "en, id", "id, en"})
    void readsWhatStagesToldBack(String exported, String imported) {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        long deal = fixtures.deal("A", fixtures.stages(pipeline).get(4), sri);
        long organization = fixtures.organization("PT Maju Jaya");
        jdbc.sql("update deal set organization_id = :organization where id = :deal")
                .param("organization", organization)
                .param("deal", deal)
                .update();
        tell(deal, organization);
        List<String> before = told("external_id is null");

        byte[] file = export(speaking(exported, sri));
        imports.bringIn(content(file), pipeline, speaking(imported, sri));

        assertThat(before)
                .singleElement()
                .asString()
                .contains(
                        "1234.5 EUR t", "Dewi DECISION_MAKER", "CRITICAL", "2026-12-31", "=1+1;", "Late, or so; \"x\"")
                .contains("Signs, that", "09:30", "Site visit", "|77|");
        assertThat(told("external_id is not null")).isEqualTo(before);
    }

    private void tell(long deal, long organization) {
        jdbc.sql("insert into person (name, organization_id, created_at) values ('Dewi', :organization, now())")
                .param("organization", organization)
                .update();
        rate(deal, "BUDGET", "3, 1234.5, 'EUR', true, null, null, null, null, '=1+1; \"a\"'");
        rate(deal, "AUTHORITY", "2, null, null, false, (select id from person), 'DECISION_MAKER', null, null, null");
        rate(deal, "NEED", "3, null, null, false, null, null, 'CRITICAL', null, null");
        rate(deal, "TIMELINE", "null, null, null, false, null, null, null, '2026-12-31', 'Soon'");
        jdbc.sql("select from qualify(array[:deal])").param("deal", deal).query(row -> {});
        for (String need : List.of("PAIN Late, or so; \"x\"", "NEED Speed", "NEED Calm")) {
            jdbc.sql("""
                            with n as (insert into need (kind, label, position) values (:kind, :label, 50) returning id)
                            insert into deal_need (deal_id, need_id, added_at) select :deal, id, now() from n
                            """)
                    .param("kind", need.substring(0, 4))
                    .param("label", need.substring(5))
                    .param("deal", deal)
                    .update();
        }
        jdbc.sql("""
                        with s as (insert into closing_signal (label, position) values ('Signs, that', 50) returning id)
                        insert into deal_signal (deal_id, signal_id, ticked_at) select :deal, id, now() from s
                        """).param("deal", deal).update();
        jdbc.sql("""
                        with k as (insert into activity_kind (label, mark, contact, position)
                                   values ('Site visit', 'MEETING', true, 50) returning id)
                        insert into activity (deal_id, kind_id, subject, due_on, due_time, assignee_id, created_by, created_at,
                                              scheduled_at, changed_at)
                        select d.id, k.id, 'Look around', '2026-12-01', '09:30', d.owner_id, d.owner_id, now(), now(), now()
                          from k, deal d where d.id = :deal
                        """).param("deal", deal).update();
        jdbc.sql("""
                        update deal set next_step = 'Look around', next_step_due = '2026-12-01', next_step_time = '09:30'
                         where id = :deal
                        """).param("deal", deal).update();
    }

    private void rate(long deal, String kind, String answer) {
        jdbc.sql("""
                        insert into qualification_answer (deal_id, criterion_id, rating, amount, currency, confirmed, person_id,
                                                          role, severity, due, note, changed_at)
                        select :deal, id, %s, now() from qualification_criterion where kind = :kind
                        """.formatted(answer)).param("deal", deal).param("kind", kind).update();
    }

    private List<String> told(String condition) {
        return jdbc.sql("""
                        select concat_ws('|', d.title, d.score, d.next_step, d.next_step_due, d.next_step_time,
                               (select string_agg(concat_ws(' ', n.criterion_id, n.rating, trim_scale(n.amount), n.currency,
                                                            n.confirmed, p.name, n.role, n.severity, n.due, n.note),
                                                  '/' order by n.criterion_id)
                                  from qualification_answer n left join person p on p.id = n.person_id where n.deal_id = d.id),
                               (select string_agg(n.label, '/' order by n.id) from deal_need t join need n on n.id = t.need_id
                                 where t.deal_id = d.id),
                               (select string_agg(s.label, '/') from deal_signal t join closing_signal s on s.id = t.signal_id
                                 where t.deal_id = d.id),
                               (select string_agg(k.label, '/') from activity a join activity_kind k on k.id = a.kind_id
                                 where a.deal_id = d.id))
                          from deal d where %s
                        """.formatted(condition)).query(String.class).list();
    }

    @Test
    void takesManyInAndOutInBatches() {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        jdbc.sql("insert into closing_signal (label, position) values ('Smiles', 50)")
                .update();
        StringBuilder file = new StringBuilder("ID,Title,Stage,BANT: Budget,Needs,Closing signals\n");
        for (int i = 1; i <= 1_200; i++) {
            file.append("%1$d,Deal %1$d,Proposal,2,Speed,Smiles\n".formatted(i));
        }

        imports.bringIn(content(file.toString()), pipeline, sri);

        assertThat(jdbc.sql("""
                        select (select count(*) from qualification_answer) || ' ' || (select count(*) from deal_need)
                               || ' ' || (select count(*) from deal_signal)
                        """).query(String.class).single()).isEqualTo("1200 1200 1200");
        int one = StatementCount.of(() -> get("/deals.csv?text=Deal 1200", sri));
        int all = StatementCount.of(() -> assertThat(new String(export(sri), StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains(",2,") && line.contains(",Speed,Smiles"))
                .hasSize(1_200));
        assertThat(all - one)
                .as("a query for each of seven sheets and two more batches")
                .isEqualTo(14);
    }

    @Test
    void refusesRowsWhoseOtherColumnsCannotBeRead() {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        String file = """
                ID,Title,Stage,Next step,Next step due,Next step time,Next step kind,BANT: Budget,BANT: Budget – amount,\
                BANT: Need – severity,BANT: Timeline – by,Closing signals
                1,A,Proposal,Call,2026-12-01,2:15 PM,task,2,10,,,
                2,B,Proposal,Call,2026-12-01,25:00,,,,,,
                3,C,Proposal,Call,2026-12-01,,Dance,,,,,
                4,D,Proposal,,,,,4,,,,
                5,E,Proposal,,,,,,-5,,,
                6,F,Proposal,,,,,,,huge,,
                7,G,Proposal,,,,,,,,2026-02-30,
                8,H,Proposal,,,,,,,,,Smiles
                """;

        long id = imports.bringIn(content(file), pipeline, sri);

        assertThat(jdbc.sql("select title || ' ' || next_step_time from deal")
                        .query(String.class)
                        .list())
                .containsExactly("A 14:15:00");
        assertThat(new String(get("/imports/" + id + "/refused.csv", sri), StandardCharsets.UTF_8))
                .contains("“25:00” is not a time of day.", "“Dance” is not one of the kinds of activities.")
                .contains("“4” is nothing that “BANT: Budget” can hold.", "“-5” is nothing")
                .contains("“huge” is nothing", "“2026-02-30” is nothing", "“Smiles” is nothing that “Closing signals”");
    }

    @Test
    void countsWhatItWouldAddBesides() {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        String file = """
                ID,Title,Stage,Organisation,Person,Campaign,Tags,Pains,BANT: Authority – person
                1,A,Proposal,PT Maju,Dewi,Fair,"Key, Big",Late; Slow,Dewi
                2,B,Proposal,PT Maju,Dewi,fair,key,late,Eko
                """;

        long id = imports.check(content(file), pipeline, sri);

        assertThat(imports.result(id, sri).more())
                .containsOnly(Map.entry("campaigns", 1), Map.entry("tags", 2), Map.entry("needs", 2));
        assertThat(imports.result(id, sri).people()).isEqualTo(2);
        assertThat(new String(get("/imports/" + id, sri), StandardCharsets.UTF_8))
                .contains("one campaign", "2 tags", "2 pains and needs", "2 people");
        assertThat(jdbc.sql("select count(*) from campaign").query(Long.class).single())
                .isZero();
    }

    @Test
    void refusesRowsWhoseFieldsCannotBeRead() {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        field(FieldType.CHOICE, "Level", "Gold");
        field(FieldType.NUMBER, "Seats");
        long budget = field(FieldType.MONEY, "Budget");
        field(FieldType.USER, "Engineer");
        String file = "ID,Title,Stage,Level,Seats,Budget,Engineer\n1,A,Proposal,gold,5,10,sri wahyuni\n"
                + "2,B,Proposal,Bronze,,,\n3,C,Proposal,,many,,\n4,D,Proposal,,,9999999999999999,\n5,E,Proposal,,,,Nobody\n";

        long id = imports.bringIn(content(file.getBytes(StandardCharsets.UTF_8)), pipeline, sri);

        assertThat(jdbc.sql("select fields::text from deal").query(String.class).list())
                .singleElement()
                .extracting(fields -> FieldValues.ofJson(fields).get(budget))
                .isEqualTo(new FieldValue.Amount(BigDecimal.TEN, "USD"));
        assertThat(new String(get("/imports/" + id + "/refused.csv", sri), StandardCharsets.UTF_8))
                .contains("“Bronze” is nothing that “Level” can hold.", "“many”", "“9999999999999999”", "“Nobody”");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "id, id", "en, id", "id, en"})
    void readsFieldsOfOrganizationsAndPeopleBack(String exported, String imported) {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        long seats = FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.NUMBER, "Seats");
        long level = FieldFixtures.field(jdbc, RecordKind.PERSON, FieldType.CHOICE, "Level", "Gold", "Silver");
        FieldValue number = new FieldValue.Numeric(new BigDecimal("1250.125"));
        FieldValue silver = FieldValue.of(FieldFixtures.choice(jdbc, level, "Silver"));
        long deal = fixtures.deal("A", fixtures.stages(pipeline).get(0), sri);
        long organization = fixtures.organization("PT Maju Jaya");
        jdbc.sql("""
                        with p as (insert into person (name, organization_id, created_at)
                                   values ('Dewi', :organization, now()) returning id)
                        update deal set organization_id = :organization, person_id = p.id from p where deal.id = :deal
                        """).param("organization", organization).param("deal", deal).update();
        tell("organization", FieldValues.NONE.with(seats, number));
        tell("person", FieldValues.NONE.with(level, silver));
        byte[] file = export(speaking(exported, sri));
        tell("organization", FieldValues.NONE);
        tell("person", FieldValues.NONE);

        imports.bringIn(content(file), pipeline, speaking(imported, sri));

        assertThat(fieldsOf("organization")).containsExactly(FieldValues.NONE.with(seats, number));
        assertThat(fieldsOf("person")).containsExactly(FieldValues.NONE.with(level, silver));
    }

    @Test
    void keepsWhatOrganizationsHaveAndRefusesWhatTheyCannot() {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        long seats = FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.NUMBER, "Seats");
        long hobby = FieldFixtures.field(jdbc, RecordKind.PERSON, FieldType.TEXT, "Hobby");
        fixtures.organization("PT Lama");
        tell("organization", FieldValues.NONE.with(seats, new FieldValue.Numeric(BigDecimal.ONE)));
        String file = """
                ID,Title,Stage,Organisation,Seats,Person,Hobby
                1,A,Proposal,PT Lama,7,Dewi,Golf
                2,B,Proposal,PT Baru,8,Eko,=Chess
                3,C,Proposal,PT Baru,9,Eko,
                4,D,Proposal,PT Rusak,many,,
                """;

        long id = imports.bringIn(content(file), pipeline, sri);

        assertThat(fieldsOf("organization"))
                .extracting(fields -> fields.get(seats))
                .containsExactly(new FieldValue.Numeric(new BigDecimal("8")), new FieldValue.Numeric(BigDecimal.ONE));
        assertThat(fieldsOf("person"))
                .extracting(fields -> fields.get(hobby))
                .containsExactly(new FieldValue.Text("Golf"), new FieldValue.Text("=Chess"));
        assertThat(jdbc.sql("select string_agg(version::text, ',' order by id) from organization")
                        .query(String.class)
                        .single())
                .as("a form that was open meanwhile is told")
                .isEqualTo("0,1");
        assertThat(new String(get("/imports/" + id + "/refused.csv", sri), StandardCharsets.UTF_8))
                .contains("“many” is nothing that “Organisation: Seats” can hold.");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "id, id", "en, id", "id, en"})
    void readsLossesAndChecklistsBack(String exported, String imported) {
        Pipeline pipeline = fixtures.workspace();
        List<Stage> stages = fixtures.stages(pipeline);
        Viewer sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        jdbc.sql("insert into competitor (label, position) values ('Rival, Inc; \"x\"', 1)")
                .update();
        lose(fixtures.deal("To the known", stages.get(2), sri), "(select id from competitor), null, null", sri);
        lose(fixtures.deal("To another", stages.get(2), sri), "null, '=Other', '2027-03-01'", sri);
        long ticked = fixtures.deal("Ticked", stages.get(1), sri);
        for (String item : List.of("Fits, or so", "Visited")) {
            jdbc.sql("""
                            with c as (insert into exit_criterion (stage_id, kind, text, required, position)
                                       values (:stage, 'CHECKLIST', :item, false, 50) returning id)
                            insert into deal_tick (deal_id, criterion_id, ticked_by, ticked_at)
                            select :deal, c.id, :sri, now() from c
                            """)
                    .param("stage", stages.get(1).id())
                    .param("item", item)
                    .param("deal", ticked)
                    .param("sri", sri.id())
                    .update();
        }
        List<String> before = lossesAndTicks("external_id is null");

        byte[] file = export(speaking(exported, sri));
        imports.bringIn(content(file), pipeline, speaking(imported, sri));

        assertThat(before)
                .containsExactly(
                        "Ticked|Fits, or so/Visited", "To another|=Other|2027-03-01", "To the known|Rival, Inc; \"x\"");
        assertThat(lossesAndTicks("external_id is not null")).isEqualTo(before);
    }

    private void lose(long deal, String loss, Viewer viewer) {
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, viewer);
        jdbc.sql("""
                        insert into deal_loss (event_id, deal_id, competitor_id, other_competitor, look_again)
                        select max(id), deal_id, %s from deal_event where deal_id = :deal group by deal_id
                        """.formatted(loss)).param("deal", deal).update();
    }

    private List<String> lossesAndTicks(String condition) {
        return jdbc.sql("""
                        select concat_ws('|', d.title, c.label, l.other_competitor, l.look_again,
                               (select string_agg(e.text, '/' order by e.id)
                                  from deal_tick t join exit_criterion e on e.id = t.criterion_id where t.deal_id = d.id))
                          from deal d
                          left join deal_loss l on l.deal_id = d.id
                          left join competitor c on c.id = l.competitor_id
                         where %s
                         order by d.title
                        """.formatted(condition)).query(String.class).list();
    }

    private void tell(String table, FieldValues values) {
        jdbc.sql("update " + table + " set fields = cast(:fields as jsonb)")
                .param("fields", values.toJson())
                .update();
    }

    private List<FieldValues> fieldsOf(String table) {
        return jdbc.sql("select fields::text from " + table + " order by name").query(String.class).list().stream()
                .map(FieldValues::ofJson)
                .toList();
    }

    private long field(FieldType type, String name, String... choices) {
        return FieldFixtures.field(jdbc, RecordKind.DEAL, type, name, choices);
    }

    /** Cells stay as they stood in the file, and so does what tells how to read them: 1.500 is one and a half thousand. */
    @ParameterizedTest
    @CsvSource({"en", "id"})
    void handsRefusedRowsOutAsTheFileWasWritten(String language) {
        Pipeline pipeline = fixtures.workspace();
        Viewer sri = speaking(language, fixtures.user("Sri Wahyuni", Role.MANAGER));
        byte[] file = "Title;Stage;Amount\nA;Nowhere;1.500\nB;Proposal;1.500\n".getBytes(StandardCharsets.UTF_8);
        long id = imports.bringIn(content(file), pipeline, sri);

        String refused = new String(get("/imports/" + id + "/refused.csv", sri), StandardCharsets.UTF_8);
        assertThat(refused).contains("Title;Stage;Amount", "A;Nowhere;1.500");
        byte[] mended = refused.replace("Nowhere", "Closing").getBytes(StandardCharsets.UTF_8);
        imports.bringIn(content(mended), pipeline, sri);

        assertThat(jdbc.sql("select title || ' ' || trim_scale(amount) from deal order by title")
                        .query(String.class)
                        .list())
                .containsExactly("A 1500", "B 1500");
    }

    private Viewer speaking(String language, Viewer viewer) {
        jdbc.sql("update users set language = :language where id = :id")
                .param("language", language)
                .param("id", viewer.id())
                .update();
        return fixtures.viewer(viewer.id());
    }

    private byte[] export(Viewer viewer) {
        return get("/deals.csv", viewer);
    }

    private byte[] get(String address, Viewer viewer) {
        return mvc.get().uri(address).with(as(viewer)).exchange().getResponse().getContentAsByteArray();
    }

    private List<String> rows(String condition) {
        return jdbc.sql("""
                        select concat_ws('|', d.title, trim_scale(d.amount), d.currency, s.name, d.outcome, d.owner_id, d.campaign_id, d.tag_ids,
                                         (d.created_at at time zone 'Asia/Jakarta')::date,
                                         (d.closed_at at time zone 'Asia/Jakarta')::date)
                          from deal d join stage s on s.id = d.stage_id where %s order by d.title
                        """.formatted(condition)).query(String.class).list();
    }
}
