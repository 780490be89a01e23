package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposals come in by their lines, as drafts. */
class RecordProposalTests extends RecordScene {

    private static final String HEADINGS =
            "Proposal,Version,Status,Deal,Title,Valid until,Line,Code,Description,Quantity,Unit price,Discount %,Discounts,Net,Tax %,Currency\n";

    private static final String WITH_LANGUAGE = "Proposal,Deal,Description,Quantity,Unit price,Language\n";

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsLinesBackAsDraftsThatLeaveTheDealAlone(String exported, String imported) {
        product();
        bringIn("proposals", HEADINGS + """
                A-1,,,Fifty laptops,Laptops for all,2026-12-31,2,L13,"Laptop
                =1+1; ""thin""\",2.5,"1,000.10",12.5,,2187.72,11,USD
                A-1,,,Fifty laptops,,,1,,Delivery,1,99.99,,9.99,90,,USD
                B-2,,,"%s",,,,,Set-up,3,1500000,,,,11,IDR
                """.formatted(TITLE.replace("\"", "\"\"")), admin);
        jdbc.sql("""
                        update proposal_version set status = 'SENT', sent_at = now(), recipient = 'PT Maju' || chr(10) || 'Dian',
                               language = 'id', problem = '- slow, \"old\"' || chr(10) || '- loud', terms = '30 days'
                         where currency = 'USD'""").update();
        String deals = deals();
        String file = get("/proposals/lines.csv", speaking(exported, admin));
        long elsewhere = fixtures.deal("Elsewhere", stages.get(0), ani);
        jdbc.sql("update proposal set deal_id = :deal, external_reference = null")
                .param("deal", elsewhere)
                .update();
        jdbc.sql("update deal set deleted_at = now() where id = :deal")
                .param("deal", elsewhere)
                .update();

        long id = check("proposals", file, speaking(imported, admin));

        assertThat(counts(id, admin)).isEqualTo("2 new, 0 there, 0 refused");
        assertThat(page(id, speaking("en", admin))).contains("One proposal was sent, accepted or declined elsewhere");
        run(id, admin);
        assertThat(lines(get("/proposals/lines.csv", speaking(exported, admin))))
                .isEqualTo(lines(file));
        assertThat(jdbc.sql("""
                        select concat_ws('|', v.status, v.number, v.title, v.language, v.recipient, v.problem, v.solution, v.terms, v.valid_until,
                                         v.net, v.tax, v.cost)
                          from proposal_version v join proposal p on p.id = v.proposal_id
                         where p.external_reference is not null order by p.id
                        """).query(String.class).list())
                .containsExactly(
                        "DRAFT|1|Laptops for all|id|PT Maju\nDian|- slow, \"old\"\n- loud|30 days|2026-12-31|2277.7200|240.6500|2000.0000",
                        "DRAFT|1|" + TITLE + "|en|4500000.0000|495000.0000|0.0000");
        assertThat(deals()).isEqualTo(deals);
        assertThat(List.of(count("notification"), count("mail"), count("playbook_run")))
                .containsOnly(0);
        assertThat(get("/deals/" + laptops, speaking("en", ani))
                        .split("Sri Wahyuni imported proposals from told.csv: 1", -1))
                .as("one entry for each of the two files")
                .hasSize(3);
        assertThat(bringIn("proposals", file, admin))
                .as("by their references there")
                .isEqualTo("0 new, 2 there, 0 refused");
        assertThat(bringIn("proposals", get("/proposals/lines.csv", admin), admin))
                .as("by their references here")
                .isEqualTo("0 new, 2 there, 0 refused");
    }

    private void product() {
        jdbc.sql("""
                        with p as (insert into product (code, name, tax_rate, created_at)
                                   values ('L13', 'Laptop', 11, now()) returning id)
                        insert into product_price (product_id, currency, price, cost) select id, 'USD', 1000, 800 from p
                        """).update();
    }

    private String deals() {
        return jdbc.sql("select string_agg(concat_ws(' ', id, amount, currency, version), ',' order by id) from deal"
                        + " where title <> 'Elsewhere'")
                .query(String.class)
                .single();
    }

    /** Without references, which are new ones here, and without where the versions stand. */
    private static List<String> lines(String file) {
        return file.replace("\r\n", "\n")
                .lines()
                .map(line -> line.replaceFirst("^\\d{4}-\\d+([,;]\\d+)[,;]\\p{L}+", "$1"))
                .toList();
    }

    @Test
    void takesTheLatestVersionAndSaysWhatItLeftOut() {
        long id = check("proposals", HEADINGS + """
                A-1,1,Replaced,Fifty laptops,,,1,,Old,1,1,,,,,
                A-1,2,Accepted,Fifty laptops,,,1,,New,1,2,,,,,
                A-1,1,Replaced,Fifty laptops,,,2,,Old too,1,1,,,,,
                """, admin);

        assertThat(page(id, admin))
                .contains("2 rows belong to an older version", "One proposal was sent, accepted or declined elsewhere");
        run(id, admin);

        assertThat(jdbc.sql("select description from proposal_line")
                        .query(String.class)
                        .list())
                .containsExactly("New");
    }

    @Test
    void refusesALanguageThatNoProposalHas() {
        long id = check(
                "proposals",
                WITH_LANGUAGE + "A-1,Fifty laptops,Laptop,1,1,fr\nB-1,Fifty laptops,Laptop,1,1,id\n",
                admin);

        assertThat(counts(id, admin)).isEqualTo("1 new, 0 there, 1 refused");
        assertThat(get("/imports/" + id + "/refused.csv", admin))
                .contains("“fr” is no language that a proposal can have: en or id.");
    }

    @Test
    void refusesProposalsAsAWholeForWhatLinesCannotHold() {
        String many = "M,,,Fifty laptops,,,,,x,1,1,,,,,\n".repeat(201);
        String file = HEADINGS + """
                A,,,Fifty laptops,,,,,a,0,1,,,,,
                A,,,Fifty laptops,,,,,fine,1,1,,,,,
                B,,,Fifty laptops,,,,,b,1,1,101,,,,
                C,,,Fifty laptops,,,,,c,1,1,,,,120,
                D,,,Fifty laptops,,,,NO-1,d,1,1,,,,,
                E,,,Fifty laptops,,,,,e,1,1.5,,,,,JPY
                F,,,Fifty laptops,,,,,f,1,1,,,,,XXX
                G,,,Fifty laptops,,,,,g,2,10,10,,20,,USD
                H,,,Fifty laptops,,,,,h,3,0.33,,,1,,USD
                I,0,Lost,Fifty laptops,,31/2,,,i,1,-1,,,,,
                J,,,Fifty laptops,,,,,j,1,1,,,,,USD
                J,,,Fifty laptops,,,,,j,1,1,,,,,EUR
                """ + many;

        long id = check("proposals", file, admin);

        assertThat(counts(id, admin)).isEqualTo("1 new, 0 there, 212 refused");
        assertThat(get("/imports/" + id + "/refused.csv", admin))
                .containsPattern("\n2,[^\n]*Quantity “0”: A quantity is above zero")
                .containsPattern("\n3,[^\n]*Another row that belongs together")
                .containsPattern("\n4,[^\n]*Discount % “101”: A discount is between 0 and 100")
                .containsPattern("\n5,[^\n]*Tax % “120”: A tax rate is between 0 and 100")
                .containsPattern("\n6,[^\n]*No product here has the code “NO-1”")
                .containsPattern("\n7,[^\n]*Unit price “1.5”: JPY has at most 0 decimals")
                .containsPattern("\n8,[^\n]*“XXX” is not a currency")
                .containsPattern("\n9,[^\n]*It says \\$20 net, but[^\n]*come to \\$18")
                .containsPattern("\n11,[^\n]*“0” in “Version”[^\n]*")
                .containsPattern("\n13,[^\n]*different currencies: USD and EUR")
                .containsPattern("\n14,[^\n]*at most 200 lines");
        run(id, admin);
        assertThat(jdbc.sql("select concat_ws(' ', p.external_reference, v.net) from proposal p"
                                + " join proposal_version v on v.proposal_id = p.id")
                        .query(String.class)
                        .list())
                .as("the cent that rounding may take")
                .containsExactly("H 0.9900");
    }
}
