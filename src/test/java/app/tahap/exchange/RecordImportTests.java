package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is the same for all kinds of records that come in files, shown by objections. */
class RecordImportTests extends RecordScene {

    @Autowired
    RecordService records;

    @Test
    void bringsInWhatThePreviewShowed() {
        long id = check(
                "objections",
                "Deal,Objection,What the customer says,Raised,Colour,Written down by\n"
                        + "fifty LAPTOPS,price,Too <dear>,2026-05-01 09:30,red,ani@example.com\n"
                        + "Fifty laptops,Timing,Not now,,blue,Nobody\n",
                admin);

        assertThat(page(id, admin))
                .contains("Nothing has been saved yet.", "Import all 2", "They belong to one deal.")
                .contains("Left out: Colour.", "Too &lt;dear&gt;", "One new row names somebody who is not known here");
        assertThat(count("objection")).isZero();

        assertThat(run(id, admin)).hasRedirectedUrl("/imports/records/" + id);

        assertThat(page(id, admin)).contains("The import is finished").doesNotContain("Import all");
        assertThat(jdbc.sql("""
                        select concat_ws('|', t.label, s.name, o.words, o.outcome, u.name,
                                         to_char(o.raised_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI'))
                          from objection o join objection_type t on t.id = o.type_id join stage s on s.id = o.stage_id
                          join users u on u.id = o.author_id order by o.id
                        """).query(String.class).list())
                .hasSize(2)
                .first()
                .isEqualTo("Price|Negotiation|Too <dear>|OPEN|Ani|2026-05-01 09:30");
        assertThat(get("/imports", admin)).contains("told.csv", "Objections");
    }

    @Test
    void tellsTheHistoryOfEachDealOnceAndNobodyElse() {
        int version = fixtures.version(laptops);
        String file = "Deal ID,Objection,What the customer says\n%1$d,Price,A\n%1$d,Price,B\n%2$d,Timing,C\n"
                .formatted(laptops, formula);

        assertThat(bringIn("objections", file, admin)).isEqualTo("3 new, 0 there, 0 refused");

        assertThat(get("/deals/" + laptops, ani)).containsOnlyOnce("Sri Wahyuni imported objections from told.csv: 2");
        assertThat(get("/deals/" + formula, ani)).containsOnlyOnce("Sri Wahyuni imported objections from told.csv: 1");
        assertThat(List.of(count("notification"), count("mail"), count("playbook_run")))
                .containsOnly(0);
        assertThat(fixtures.version(laptops)).isEqualTo(version);
    }

    @Test
    void writesNothingTwice() {
        String file = "Deal,Objection,What the customer says,Raised\nFifty laptops,Price,Too dear,2026-05-01\n"
                + "Fifty laptops,Price,too  DEAR,2026-05-01\nFifty laptops,Price,Too dear,2026-05-02\n";
        long id = check("objections", file, admin);
        run(id, admin);
        assertThat(counts(id, admin)).isEqualTo("2 new, 1 there, 0 refused");

        assertThat(run(id, 0, admin)).as("sent twice").hasRedirectedUrl("/imports/records/" + id);
        assertThat(bringIn("objections", file, admin)).isEqualTo("0 new, 3 there, 0 refused");
        String withoutDates = "Deal,Objection,What the customer says\nFifty laptops,Price,Too dear\n";
        assertThat(bringIn("objections", withoutDates, admin)).isEqualTo("0 new, 1 there, 0 refused");
        String exported = get("/objections.csv", admin);
        jdbc.sql("update objection set words = 'Worded anew'").update();
        assertThat(bringIn("objections", exported, admin)).as("by their ids").isEqualTo("0 new, 2 there, 0 refused");
        assertThat(count("objection")).isEqualTo(2);
    }

    @Test
    void writesNothingTwiceWhenTwoBringItInAtOnce() {
        String file = "Deal,Objection,What the customer says\nFifty laptops,Price,Too dear\n";
        long first = check("objections", file, admin);
        long second = check("objections", file, admin);

        fixtures.meanwhile(() -> records.run(first, version(first), admin), () -> {
            records.run(second, version(second), admin);
            return true;
        });

        assertThat(counts(first, admin)).isEqualTo("1 new, 0 there, 0 refused");
        assertThat(counts(second, admin)).isEqualTo("0 new, 1 there, 0 refused");
        assertThat(count("objection")).isEqualTo(1);
    }

    @Test
    void refusesRowsWithReasonsAndHandsThemOut() {
        fixtures.deal("Twice", stages.get(0), ani);
        fixtures.deal("Twice", stages.get(0), ani);
        String file = """
                Deal ID,Deal,Objection,Stage when it came up,What the customer says,What came of it,Raised,Decided
                ,Fifty laptops,Price,Nowhere,a,,,
                ,Fifty laptops,Colour,,b,maybe,2026-02-30,
                ,Fifty laptops,Price,,,,2099-01-01,
                ,Twice,Price,,c,,,
                ,Unheard of,Price,,d,,,
                ,,Price,,e,,,
                %d,Fifty phones,Price,,f,,,
                ,Fifty laptops,Price,,g,Resolved,2026-05-02,2026-05-01
                ,Fifty laptops,Price,Negotiation,good,Resolved,2026-05-01,2026-05-02
                """.formatted(laptops);

        long id = check("objections", file, admin);
        String refused = get("/imports/" + id + "/refused.csv", admin);

        assertThat(counts(id, admin)).isEqualTo("1 new, 0 there, 8 refused");
        assertThat(refused)
                .containsPattern("\n2,[^\n]*has no stage called “Nowhere”")
                .containsPattern(
                        "\n3,[^\n]*“Colour” is no objection[^\n]*Known are: Price,[^\n]*“maybe” is nothing that[^\n]*It can be: Open")
                .containsPattern("\n3,[^\n]*“2026-02-30” is not a date")
                .containsPattern("\n4,[^\n]*“What the customer says” is missing[^\n]*2099-01-01 is in the future")
                .containsPattern("\n5,[^\n]*2 deals are called “Twice”")
                .containsPattern("\n6,[^\n]*no deal called “Unheard of”")
                .containsPattern("\n7,[^\n]*It tells no deal")
                .containsPattern("\n8,[^\n]*is called “Fifty laptops” here, not “Fifty phones”")
                .containsPattern("\n9,[^\n]*before it was written down");
        assertThat(page(id, admin)).contains("Refused rows", "It tells no deal.");
        run(id, admin);
        assertThat(page(id, admin)).contains("Refused rows", "It tells no deal.");
        String mended = refused.replace("Nowhere", "Closing");
        assertThat(bringIn("objections", mended, admin)).isEqualTo("1 new, 0 there, 7 refused");
    }

    @Test
    void findsDealsByTheIdThatTheirFileGaveThemAndByOrganization() {
        imports.bringIn(ImportFixtures.content("ID,Title,Stage\nX7,Pump,Proposal\n"), pipeline, admin);
        long other = fixtures.deal("Fifty laptops", stages.get(0), ani);
        jdbc.sql("update deal set organization_id = :organization where id = :id")
                .param("organization", fixtures.organization("PT Maju"))
                .param("id", other)
                .update();

        String file = "Deal ID,Deal,Organisation,Objection,What the customer says\n"
                + "X7,,,Price,a\nX7,Pump,,Price,b\nX7,Cable,,Price,c\n,fifty laptops,pt maju,Price,d\n";

        assertThat(bringIn("objections", file, admin)).isEqualTo("3 new, 0 there, 1 refused");
        assertThat(jdbc.sql("""
                        select d.title || ' ' || (d.id = :other) || ' ' || string_agg(o.words, '' order by o.words)
                          from objection o join deal d on d.id = o.deal_id group by d.id order by 1
                        """).param("other", other).query(String.class).list())
                .containsExactly("Fifty laptops true d", "Pump false ab");
    }

    @Test
    void saysWhichColumnIsMissingAndReadsTheFileAnew() {
        long id = check("objections", "Deal|Objection;What the customer says|Raised\nFifty laptops|Price;a|b\n", admin);
        assertThat(page(id, admin))
                .contains("Columns are missing: Objection, What the customer says.")
                .doesNotContain("/run\"");
        assertThat(run(id, admin)).hasStatus(422);

        long late = check(
                "objections", "Deal;Objection;What the customer says;Raised\nFifty laptops;Price;a;1/2/2026\n", admin);
        assertThat(page(late, admin)).contains("Day and month cannot be told apart");
        assertThat(mvc.post()
                        .uri("/imports/records/{id}/format", late)
                        .param("charset", "UTF-8")
                        .param("delimiter", "SEMICOLON")
                        .param("dates", "DMY")
                        .param("decimals", "POINT")
                        .param("version", Integer.toString(version(late)))
                        .with(as(admin))
                        .with(csrf()))
                .hasRedirectedUrl("/imports/records/" + late);
        run(late, admin);
        assertThat(jdbc.sql("select (raised_at at time zone 'Asia/Jakarta')::date::text from objection")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-02-01");
    }

    private int version(long id) {
        return jdbc.sql("select version from deal_import where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void refusesFilesThatAreNone() {
        assertThat(upload("objections", "Deal,Objection\n", admin))
                .hasStatus(422)
                .bodyText()
                .contains("heading but no rows", "checked");
        assertThat(upload("nonsense", "A\nb\n", admin))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose what is in the file.");
        assertThat(upload("objections", "Deal,Objection\n" + "a,b\n".repeat(RecordService.MOST_ROWS + 1), admin))
                .hasStatus(422)
                .bodyText()
                .contains("more than 20,000 rows");
        assertThat(count("deal_import")).isZero();
    }

    @Test
    void takesThousandsInAtOnce() {
        StringBuilder file = new StringBuilder("Deal,Objection,What the customer says\n");
        for (int i = 1; i <= RecordService.MOST_ROWS; i++) {
            file.append("Fifty laptops,Price,Words ").append(i).append('\n');
        }

        assertThat(bringIn("objections", file.toString(), admin)).isEqualTo("20000 new, 0 there, 0 refused");
        assertThat(count("objection")).isEqualTo(RecordService.MOST_ROWS);
    }

    @Test
    void letsManagersBringInForDealsThatTheySee() {
        Viewer lina = fixtures.user("Lina", Role.MANAGER, fixtures.team("North"));
        fixtures.letRepsSee(Visibility.OWN);
        jdbc.sql("update workspace set manager_visibility = 'TEAM'").update();
        lina = fixtures.viewer(lina.id());
        fixtures.deal("Hers", stages.get(0), lina);
        String file = "Deal,Objection,What the customer says\nHers,Price,a\nFifty laptops,Price,b\n";

        long id = check("objections", file, lina);
        assertThat(counts(id, lina)).isEqualTo("1 new, 0 there, 1 refused");

        Viewer budi = fixtures.user("Budi", Role.MANAGER);
        assertThat(mvc.get().uri("/imports/records/{id}", id).with(as(budi))).hasStatus(404);
        assertThat(run(id, budi)).hasStatus(404);
        assertThat(mvc.get().uri("/imports/{id}/refused.csv", id).with(as(budi)))
                .hasStatus(404);
    }

    @Test
    void keepsFilesOfRecordsAndOfDealsApart() {
        long id = check("objections", "Deal,Objection,What the customer says\nFifty laptops,Price,a\n", admin);

        for (String step : List.of("format", "columns", "values")) {
            assertThat(mvc.get().uri("/imports/{id}/{step}", id, step).with(as(admin)))
                    .as(step)
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(admin))).hasRedirectedUrl("/imports/records/" + id);
        assertThat(mvc.post().uri("/imports/{id}/deletion", id).with(as(admin)).with(csrf()))
                .hasRedirectedUrl("/imports");
        assertThat(count("deal_import")).isZero();
    }
}
