package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns, and what they and lead sources cost, come by files. */
class RecordCampaignTests extends RecordScene {

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsCampaignsBack(String exported, String imported) {
        jdbc.sql("""
                        insert into campaign (name, source_id, starts_on, ends_on, created_at, archived_at)
                        values ('=Fair; "a", b', (select min(id) from lead_source), '2026-05-01', '2026-05-03', now(), null),
                               ('Plain', null, null, null, now(), '2026-05-03 09:30+07')
                        """).update();

        comesBack("campaigns", "/campaigns.csv", "campaign", exported, imported);
    }

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsCostsBack(String exported, String imported) {
        jdbc.sql("""
                        with c as (insert into campaign (name, created_at) values ('Fair', now()) returning id)
                        insert into acquisition_cost (campaign_id, source_id, spent_on, amount, currency, note, entered_by,
                                                      entered_at, removed_by, removed_at)
                        select case when a.fair then c.id end, case when not a.fair then (select min(id) from lead_source) end,
                               '2026-05-03', a.amount, a.currency, a.note, u.id, a.entered::timestamptz,
                               case when a.removed then u.id end, case when a.removed then now() end
                          from c, users u,
                               (values (true, 1234.5, 'USD', '=Booth; "a"', '2026-05-04 09:30+07', false),
                                       (true, 1234.5, 'USD', '=Booth; "a"', '2026-05-05 09:30+07', false),
                                       (false, 1500000, 'IDR', null, '2026-05-05 09:30+07', false)) a (fair, amount, currency,
                                        note, entered, removed)
                         where u.name = 'Ani'
                        """).update();

        comesBack("costs", "/campaigns/costs.csv", "acquisition_cost", exported, imported);
        assertThat(jdbc.sql("select distinct u.name from acquisition_cost a join users u on u.id = a.entered_by")
                        .query(String.class)
                        .list())
                .containsExactly("Ani");
    }

    @Test
    void takesCostsAsTheyAreWritten() {
        bringIn("campaigns", "Name,Lead source,From,To\nFair,event,2026-05-01,2026-05-03\nfair,,,\n", admin);
        String file = """
                Campaign,Lead source,Date,Amount,Currency,What for
                fair,,2026-05-03,"1,234.50",EUR,Booth
                Fair,,2026-05-03,1234.5,eur,booth
                ,Cold call,2026-05-03,$10,,
                """;

        assertThat(bringIn("costs", file, admin)).isEqualTo("2 new, 1 there, 0 refused");

        assertThat(jdbc.sql("select trim_scale(amount) || ' ' || currency from acquisition_cost order by id")
                        .query(String.class)
                        .list())
                .containsExactly("1234.5 EUR", "10 USD");
        jdbc.sql("update acquisition_cost set removed_at = now(), removed_by = entered_by where currency = 'USD'")
                .update();
        assertThat(bringIn("costs", file, admin))
                .as("what was removed is not there")
                .isEqualTo("1 new, 2 there, 0 refused");
    }

    @Test
    void refusesWhatNoCampaignAndNoCostCanBe() {
        bringIn("campaigns", "Campaign\nFair\n", admin);
        long campaigns = check(
                "campaigns",
                "Name,Lead source,From,To,Archived on\n,event,,,\n%s,,,,\nA,Moon,,,\nB,,2026-05-03,2026-05-01,\nC,,,,2099-01-01\n"
                        .formatted("n".repeat(101)),
                admin);
        assertThat(counts(campaigns, admin)).isEqualTo("0 new, 0 there, 5 refused");
        assertThat(get("/imports/" + campaigns + "/refused.csv", admin))
                .containsPattern("\n2,[^\n]*“Name” is missing")
                .containsPattern("\n3,[^\n]*has 101 characters; 100 are possible")
                .containsPattern("\n4,[^\n]*“Moon” is no lead source here. Known are: ")
                .containsPattern("\n5,[^\n]*The last day cannot be before the first")
                .containsPattern("\n6,[^\n]*2099-01-01 is in the future");

        long costs = check("costs", """
                Campaign,Lead source,Date,Amount,Currency
                Market,,2026-05-03,1,
                Fair,Event,2026-05-03,1,
                ,,2026-05-03,1,
                Fair,,,1,
                Fair,,2026-02-30,1,
                Fair,,2026-05-03,,
                Fair,,2026-05-03,-1,
                Fair,,2026-05-03,much,
                Fair,,2026-05-03,1.234,USD
                Fair,,2026-05-03,1,XYZ
                Fair,,2026-05-03,1000000000000000,
                """, admin);
        assertThat(counts(costs, admin)).isEqualTo("0 new, 0 there, 11 refused");
        assertThat(get("/imports/" + costs + "/refused.csv", admin))
                .containsPattern("\n2,[^\n]*There is no campaign called “Market”")
                .containsPattern("\n3,[^\n]*either to a campaign or to a lead source")
                .containsPattern("\n4,[^\n]*either to a campaign or to a lead source")
                .containsPattern("\n5,[^\n]*“Date” is missing")
                .containsPattern("\n6,[^\n]*“2026-02-30” is not a date")
                .containsPattern("\n7,[^\n]*“Amount” is missing")
                .containsPattern("\n8,[^\n]*A cost must be above zero")
                .containsPattern("\n9,[^\n]*“much” is not an amount")
                .containsPattern("\n10,[^\n]*decimal")
                .containsPattern("\n11,[^\n]*“XYZ” is not the code of a currency")
                .containsPattern("\n12,[^\n]*too large");
    }

    @Test
    void takesBackCampaignsOfWhichNothingCameAndCosts() {
        long campaigns = check("campaigns", "Name\nUsed\nUnused\n", admin);
        run(campaigns, admin);
        long costs = check("costs", "Campaign,Date,Amount\nUsed,2026-05-03,10\n", admin);
        run(costs, admin);

        takeBack(campaigns);
        assertThat(jdbc.sql("select name from campaign").query(String.class).list())
                .containsExactly("Used");
        assertThat(page(campaigns, admin)).contains("One campaign stays");

        takeBack(costs);
        assertThat(jdbc.sql("select u.name from acquisition_cost a join users u on u.id = a.removed_by")
                        .query(String.class)
                        .list())
                .containsExactly("Sri Wahyuni");
        assertThat(get("/campaigns", admin)).doesNotContain("$10");
    }

    private void takeBack(long id) {
        assertThat(mvc.post()
                        .uri("/imports/records/{id}/taking-back", id)
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void keepsThemFromThoseWhoMayNotSeeCosts() {
        for (String address : List.of("/campaigns.csv", "/campaigns/costs.csv", "/imports/records/new?kind=costs")) {
            assertThat(mvc.get().uri(address).with(as(ani))).as(address).hasStatus(403);
        }
        assertThat(get("/campaigns", admin)).contains("/campaigns.csv", "/campaigns/costs.csv", "?kind=campaigns");
    }
}
