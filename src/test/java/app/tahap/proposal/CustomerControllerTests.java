package app.tahap.proposal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CustomerControllerTests extends ProposalScene {

    @Test
    void showsTheProposalToWhoHasTheLink() {
        String token = sent();

        assertThat(visit("/p/" + token))
                .hasStatusOk()
                .hasHeader("X-Robots-Tag", "noindex, nofollow, noarchive")
                .bodyText()
                .contains("Fifty laptops", "Laptop", "$50,000", "/p/" + token + "/acceptance")
                .doesNotContain("navigation-main", "<script");
    }

    @Test
    void speaksTheLanguageOfTheProposal() {
        VersionView draft = draft();
        ProposalHead head = draft.head();
        ProposalHead indonesian =
                new ProposalHead(head.title(), head.recipient(), "id", head.currency(), head.validUntil());
        proposals.write(
                proposal,
                new Draft(indonesian, draft.texts(), List.of(line("Laptop", "2.5", "1000"))),
                draft.revision(),
                ani);

        assertThat(visit("/p/" + sent()))
                .bodyText()
                .contains("<html lang=\"id\"", "Berlaku sampai", "Terima proposal ini", "2,5");
    }

    @Test
    void givesThePdfAsItWasSent() {
        String token = sent();

        MvcTestResult answer = visit("/p/" + token + "/pdf");
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        byte[] pdf = answer.getResponse().getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(jdbc.sql("select sha256 from proposal_document")
                        .query(String.class)
                        .single())
                .isEqualTo(Sha256.hex(pdf));
        assertThat(get(ani, "/proposals/" + proposal + "/versions/1/pdf")
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(pdf);
    }

    @Test
    void keepsAnAcceptanceWithWhatProvesIt() {
        String token = sent();

        assertThat(accept(token, "Budi Santoso")).hasStatus3xxRedirection();

        assertThat(status(1)).isEqualTo("ACCEPTED");
        assertThat(jdbc.sql("select name || ' ' || address || ' ' || user_agent from proposal_answer")
                        .query(String.class)
                        .single())
                .isEqualTo("Budi Santoso 127.0.0.1 " + BROWSER);
        assertThat(visit("/p/" + token))
                .bodyText()
                .contains("Thank you", "Accepted by Budi Santoso on 20 May 2026, 10:00")
                .doesNotContain("/acceptance");
        assertThat(get(ani, "/proposals/" + proposal)).bodyText().contains("Budi Santoso", "127.0.0.1");
        assertThat(journal()).endsWith("proposal.journal.accepted");
    }

    /** A customer may think for longer than any session lasts, and have a browser that keeps no cookies. */
    @Test
    void needsNeitherASessionNorACookie() {
        MvcTestResult page = visit("/p/" + sent());

        assertThat(page.getResponse().getCookies()).isEmpty();
        assertThat(page.getRequest().getSession(false)).isNull();
        assertThat(page).bodyText().doesNotContain("_csrf");
    }

    @Test
    void wantsANameAndConsent() {
        String token = sent();

        assertThat(answer("/p/" + token + "/acceptance", "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Please type your name.", "Please tick that you accept.")
                .containsPattern("id=\"name\"[^>]* autofocus");
        assertThat(answer("/p/" + token + "/acceptance", "name", "Budi"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Budi\"", "Please tick that you accept.");
        assertThat(status(1)).isEqualTo("SENT");
    }

    @Test
    void declinesWithAReason() {
        String token = sent();

        assertThat(answer("/p/" + token + "/refusal", "reason", " ")).hasStatus(422);
        assertThat(answer("/p/" + token + "/refusal", "reason", "<script>alert(1)</script> too dear"))
                .hasStatus3xxRedirection();

        assertThat(status(1)).isEqualTo("DECLINED");
        assertThat(get(ani, "/proposals/" + proposal))
                .bodyText()
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; too dear");
        assertThat(get(ani, "/deals/" + deal))
                .bodyText()
                .contains("declined proposal")
                .doesNotContain("<script>alert");
    }

    @Test
    void takesOneAnswerOnly() {
        String token = sent();
        accept(token, "Budi");

        assertThat(accept(token, "Citra")).hasStatus(409).bodyText().contains("answered before", "Budi");
        assertThat(answer("/p/" + token + "/refusal", "reason", "No")).hasStatus(409);
        assertThat(status(1)).isEqualTo("ACCEPTED");
    }

    @Test
    void keepsOneOfSeveralAcceptancesAtOnce() {
        String token = sent();

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> accept(token, "Person " + i).getResponse().getStatus()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(302)
                .containsOnly(302, 409);
        assertThat(jdbc.sql("select count(*) from proposal_answer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(journal().stream().filter("proposal.journal.accepted"::equals))
                .hasSize(1);
    }

    @Test
    void letsAWithdrawalThatCameFirstWin() {
        String token = sent();

        MvcTestResult answer = fixtures.meanwhile(() -> proposals.withdraw(proposal, ani), () -> accept(token, "Budi"));

        assertThat(answer).hasStatus(410).bodyText().contains("was withdrawn");
        assertThat(status(1)).isEqualTo("WITHDRAWN");
        assertThat(jdbc.sql("select count(*) from proposal_answer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhyALinkShowsNothing() {
        String token = sent();
        assertThat(visit("/p/" + token.substring(1) + "x"))
                .hasStatus(404)
                .bodyText()
                .contains("no such proposal");

        proposals.revise(proposal, 1, ani);
        String newer = sent();
        assertThat(visit("/p/" + token)).hasStatus(410).bodyText().contains("newer version", "Ani Basuki");
        assertThat(visit("/p/" + token + "/pdf")).hasStatus(404);

        clock.turn(Duration.ofDays(31));
        assertThat(visit("/p/" + newer)).hasStatus(410).bodyText().contains("has expired");
        assertThat(accept(newer, "Budi")).hasStatus(410);
    }

    @Test
    void showsNothingByARevokedLinkAndAgainByAnExtendedOne() {
        String token = sent();
        long link = jdbc.sql("select id from proposal_link").query(Long.class).single();
        clock.turn(Duration.ofDays(31));

        assertThat(post(ani, "/proposals/" + proposal + "/links/" + link + "/extension"))
                .hasStatus3xxRedirection();
        assertThat(visit("/p/" + token)).hasStatusOk();
        assertThat(post(ani, "/proposals/" + proposal + "/links/" + link + "/revocation"))
                .hasStatus3xxRedirection();
        assertThat(visit("/p/" + token)).hasStatus(410).bodyText().contains("no longer in use");
    }

    @Test
    void acceptsNothingAfterTheLastDay() {
        jdbc.sql("update proposal_version set valid_until = '2026-05-25'").update();
        write(line("Laptop", "1", "100"));
        String token = sent();
        clock.turn(Duration.ofDays(7));

        assertThat(visit("/p/" + token))
                .hasStatusOk()
                .bodyText()
                .contains("was valid until")
                .doesNotContain("/acceptance");
        assertThat(accept(token, "Budi")).hasStatus(409);
        assertThat(status(1)).isEqualTo("SENT");
    }

    @Test
    void countsReadingByCustomersOnly() {
        String token = sent();
        mvc.get().uri("/p/" + token).header("User-Agent", BROWSER).with(as(ani)).exchange();
        mvc.get().uri("/p/" + token).header("User-Agent", "WhatsApp/2.24").exchange();
        mvc.get()
                .uri("/p/" + token)
                .header("User-Agent", BROWSER)
                .header("Sec-Purpose", "prefetch")
                .exchange();
        mvc.get().uri("/p/" + token).exchange();
        assertThat(reads()).isZero();

        visit("/p/" + token);
        visit("/p/" + token);
        assertThat(reads()).isEqualTo(2);
        assertThat(journal().stream().filter("proposal.journal.read"::equals)).hasSize(1);
        accept(token, "Budi");
        visit("/p/" + token);
        assertThat(reads()).isEqualTo(2);
    }

    @Test
    void slowsDownWhoTriesLinks() {
        for (int i = 0; i < LinkThrottle.MOST; i++) {
            assertThat(visit("/p/guess" + i)).hasStatus(404);
        }

        assertThat(visit("/p/guess")).hasStatus(429);
        assertThat(visit("/p/" + sent())).hasStatusOk();
        clock.turn(LinkThrottle.WINDOW.plusSeconds(1));
        assertThat(visit("/p/guess")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTHING", "MOVE", "WIN"})
    void doesToTheDealWhatThePipelineWants(String acceptance) {
        follow(acceptance, acceptance.equals("MOVE") ? stages.get(6).id() : null, "ACCEPTED");
        accept(sent(), "Budi");

        assertThat(events())
                .isEqualTo(
                        switch (acceptance) {
                            case "MOVE" -> List.of("CREATED", "AMENDED", "MOVED");
                            case "WIN" -> List.of("CREATED", "AMENDED", "WON");
                            default -> List.of("CREATED", "AMENDED");
                        });
    }

    @Test
    void keepsTheAcceptanceOfADealThatWasClosedMeanwhile() {
        follow("WIN", null, "ACCEPTED");
        String token = sent();
        post(
                ani,
                "/deals/" + deal + "/outcome",
                "outcome",
                "LOST",
                "reasonId",
                fixtures.reason("LOST"),
                "version",
                fixtures.version(deal),
                "view",
                "deal");

        assertThat(accept(token, "Budi")).hasStatus3xxRedirection();
        assertThat(status(1)).isEqualTo("ACCEPTED");
        assertThat(events()).containsExactly("CREATED", "LOST");
    }

    private MvcTestResult accept(String token, String name) {
        return answer("/p/" + token + "/acceptance", "name", name, "consent", "true");
    }

    private int reads() {
        return jdbc.sql("select sum(reads)::int from proposal_link")
                .query(Integer.class)
                .single();
    }
}
