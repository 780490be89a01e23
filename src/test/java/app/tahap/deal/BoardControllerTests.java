package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardControllerTests extends BoardScene {

    @Test
    void showsAColumnPerStageWithCountSumAndWeightedSum() {
        fixtures.deal("Ten printers", stages.get(4), ani, new BigDecimal("3000"), "USD");
        fixtures.deal("Service contract", stages.get(4), ani, new BigDecimal("1000.75"), "USD");

        assertThat(get(ani, "/board"))
                .hasStatusOk()
                .bodyText()
                .contains("Prospecting", "Closing", "1 deal<", "2 deals<", "$4,001", "$2,000 weighted at 50%");
    }

    @Test
    void showsTheFirstCardsAndSaysHowManyThereAre() {
        for (int i = 0; i < 20; i++) {
            fixtures.deal("Printer " + i, stages.get(0), ani);
        }
        assertThat(get(ani, "/board"))
                .bodyText()
                .contains("21 deals<", "15 of 21", "Printer 19")
                .doesNotContain("Fifty laptops");
    }

    @Test
    void countsAndTotalsFollowTheFilterThatStandsInTheAddress() {
        Team jakarta = fixtures.team("Jakarta");
        Viewer budi = fixtures.user("Budi Santoso", Role.REP, jakarta);
        fixtures.deal("Ten printers", stages.get(0), budi, new BigDecimal("77"), "USD");

        for (String filter : new String[] {
            "owner=" + budi.id(), "team=" + jakarta.getId(), "text=PRINT", "amountMax=100", "amountMin=1&amountMax=99"
        }) {
            assertThat(get(ani, "/board?" + filter))
                    .as(filter)
                    .bodyText()
                    .contains("Ten printers", "1 deal<", "$77<")
                    .doesNotContain("Fifty laptops", "$1,077");
        }
    }

    @Test
    void findsOrganisationsByAPartOfTheirName() {
        post(
                ani,
                "/columns/" + stages.get(0).id() + "/deals",
                "title",
                "Forklift",
                "organizationName",
                "PT Rimba Raya");
        post(ani, "/columns/" + stages.get(0).id() + "/deals", "title", "Sawmill", "organizationName", "Rimba 100%");

        assertThat(get(ani, "/board?owner=&organizationText= RIMBA"))
                .hasStatusOk()
                .bodyText()
                .contains("Forklift", "Sawmill", "2 deals<", "value=\" RIMBA\"", "“RIMBA”", "More filters (in use)")
                .doesNotContain("Fifty laptops");
        assertThat(get(ani, "/board?organizationText=0%"))
                .bodyText()
                .contains("Sawmill")
                .doesNotContain("Forklift");
        assertThat(get(ani, "/board?organizationText=Nobody"))
                .hasStatusOk()
                .bodyText()
                .contains("No deals match")
                .doesNotContain("data-card");
        assertThat(get(ani, "/board?organizationText=")).bodyText().contains("Fifty laptops", "Forklift");
    }

    @Test
    void showsTheDealsOfOneOrganisationThatALinkLeadsTo() {
        post(ani, "/columns/" + stages.get(0).id() + "/deals", "title", "Forklift", "organizationName", "Acme");
        long acme = jdbc.sql("select id from organization").query(Long.class).single();

        assertThat(get(ani, "/board?organization=" + acme))
                .bodyText()
                .contains("Forklift", "1 deal<", "Organisation", "Acme")
                .doesNotContain("Fifty laptops");
    }

    @Test
    void marksDealsThatAreReadyToClose() {
        assertThat(get(ani, "/board")).bodyText().doesNotContain("board-card-ready");

        jdbc.sql("update deal set ready_since = now() where id = :deal")
                .param("deal", deal)
                .update();

        assertThat(get(ani, "/board"))
                .bodyText()
                .contains("class=\"board-card-ready\"", "<span class=\"visually-hidden\">Ready to close</span>");
    }

    @Test
    void saysWhatTheDaysOnACardCount() {
        assertThat(get(ani, "/board"))
                .bodyText()
                .containsSubsequence(
                        "title=\"In this stage since today\"",
                        ">today<",
                        "<span class=\"visually-hidden\">in this stage");
    }

    @Test
    void offersOnesOwnDealsFirst() {
        fixtures.user("Budi Santoso", Role.REP);

        assertThat(get(ani, "/board?owner=" + ani.id()))
                .bodyText()
                .containsSubsequence("All owners", "selected=\"selected\">My deals", "Ani Basuki", "Budi Santoso");
    }

    @Test
    void saysWhichPartOfTheFilterItDidNotUnderstandAndKeepsIt() {
        assertThat(get(ani, "/board?amountMin=many&text=laptop"))
                .hasStatus(400)
                .bodyText()
                .contains("was not understood", "many", "value=\"laptop\"")
                .doesNotContain("data-card");
    }

    @Test
    void leavesOutWhatIsClosedOrDeletedAndCountsWhatIsParked() {
        long won = fixtures.deal("Ten printers", stages.get(0), ani);
        post(ani, "/deals/" + won + "/outcome", "outcome", "WON", "version", 0);
        long parked = fixtures.deal("Forklift", stages.get(0), ani);
        post(ani, "/deals/" + parked + "/parking", "until", "2026-06-01", "version", 0);
        long deleted = fixtures.deal("Service contract", stages.get(0), ani);
        form(ani, "/deals/" + deleted + "/deletion", "version", 0).exchange();

        assertThat(get(ani, "/board"))
                .bodyText()
                .contains("Fifty laptops", "1 deal<", "1 parked deal")
                .doesNotContain("Ten printers", "Forklift", "Service contract");
    }

    @Test
    void saysInWordsWhatRots() {
        jdbc.sql("update stage set rotting_days = 10 where id = :id")
                .param("id", stages.get(0).id())
                .update();
        clock.turn(Duration.ofDays(11));

        assertThat(get(ani, "/board")).bodyText().contains("Rotting", "11 days");
        assertThat(get(ani, "/board?only=ROTTING")).bodyText().contains("Fifty laptops");
    }

    @Test
    void addsNoUnlikeCurrenciesWithoutARate() {
        fixtures.deal("Ten printers", stages.get(0), ani, new BigDecimal("500"), "EUR");
        fixtures.deal("Forklift", stages.get(0), ani, null, "USD");

        assertThat(get(ani, "/board"))
                .bodyText()
                .contains("$1,000<", "€500", "1 without amount")
                .doesNotContain("$1,500");
    }

    @Test
    void claimsNoWorthOfAColumnOfWhichNothingIsKnown() {
        fixtures.deal("Forklift", stages.get(2), ani, null, "USD");
        fixtures.deal("Ten printers", stages.get(3), ani, new BigDecimal("500"), "EUR");

        assertThat(get(ani, "/board")).bodyText().satisfies(board -> {
            assertThat(head(board, stages.get(2))).contains("1 without amount").doesNotContain("$0", "20%");
            assertThat(head(board, stages.get(3))).contains(">€500<").doesNotContain("$0", "35%");
            assertThat(head(board, stages.get(4))).contains("$0");
        });
    }

    private static String head(String board, Stage stage) {
        int start = board.indexOf("id=\"column-" + stage.id() + "-head\"");
        return board.substring(start, board.indexOf("</header>", start));
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        assertThat(get(stranger(), "/board")).hasStatusOk().bodyText().doesNotContain("Fifty laptops", "1 deal<");
    }

    @Test
    void showsTheTeamsDealsToARepWhoMaySeeThem() {
        Team jakarta = fixtures.team("Jakarta");
        fixtures.deal("Ten printers", stages.get(0), fixtures.user("Budi Santoso", Role.REP, jakarta));
        fixtures.letRepsSee(Visibility.TEAM);

        assertThat(get(fixtures.user("Citra Lestari", Role.REP, jakarta), "/board"))
                .bodyText()
                .contains("Ten printers")
                .doesNotContain("Fifty laptops");
    }

    @Test
    void takesAsManyStatementsForThreeDealsAsForThreeHundred() {
        get(ani, "/board");
        int few = StatementCount.of(() -> get(ani, "/board"));
        for (int i = 0; i < 300; i++) {
            fixtures.deal("Deal " + i, stages.get(i % stages.size()), ani);
        }
        int many = StatementCount.of(() -> get(ani, "/board"));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(11);
    }

    @Test
    void takesAsManyStatementsForAMoveAmongThreeDealsAsAmongThreeHundred() {
        move(ani, deal, stages.get(1), 0, UUID.randomUUID());
        int few = StatementCount.of(() -> move(ani, deal, stages.get(2), 1, UUID.randomUUID()));
        for (int i = 0; i < 300; i++) {
            fixtures.deal("Deal " + i, stages.get(i % stages.size()), ani);
        }
        int many = StatementCount.of(() -> move(ani, deal, stages.get(3), 2, UUID.randomUUID()));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void knowsNoPipelineThatIsNotThereAndNoNonsense() {
        assertThat(get(ani, "/board?pipeline=999999")).hasStatus(404);
        assertThat(get(ani, "/board?owner=somebody")).hasStatus(400);
    }

    @Test
    void sendsWhoIsNotLoggedInToTheLogin() {
        assertThat(mvc.get().uri("/board?text=laptop")).hasRedirectedUrl("/login");
    }
}
