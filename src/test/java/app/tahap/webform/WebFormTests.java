package app.tahap.webform;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What strangers send through a web form, and what must not come of it. */
@DatabaseTest
class WebFormTests {

    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    WebForms forms;

    @Autowired
    WebFormService service;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    Viewer ani;
    Viewer budi;
    long pipeline;
    WebForm form;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace().id();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        form = make("Website", null, "https://www.example.com\nhttps://shop.example.com/", ani, budi);
    }

    @Test
    void makesADealWithPersonAndOrganisationInTheFirstStage() {
        assertThat(send(enquiry(), stamp())).hasRedirectedUrl("/forms/" + form.token() + "/thanks?lang=en");

        assertThat(jdbc.sql("""
                        select concat_ws('|', d.title, o.name, p.name, p.email, s.name, u.name, e.kind, e.actor_id is null)
                          from deal d join organization o on o.id = d.organization_id join person p on p.id = d.person_id
                          join stage s on s.id = d.stage_id join users u on u.id = d.owner_id
                          join deal_event e on e.deal_id = d.id
                        """).query(String.class).list())
                .containsExactly(
                        "PT Maju – Website|PT Maju|Citra Dewi|citra@maju.example|Prospecting|Budi Santoso|CREATED|t");
        assertThat(mvc.get().uri("/deals/" + count("select id from deal")).with(as(admin)))
                .bodyText()
                .contains("Came through the web form “Website”", "Fifty laptops, please.", "I agree to be called.");
        assertThat(count("select count(*) from notification where user_id = " + budi.id()))
                .isOne();
    }

    @Test
    void makesOneDealOfARepeatedPost() {
        String stamp = stamp();

        assertThat(send(enquiry(), stamp)).hasStatus3xxRedirection();
        assertThat(send(enquiry(), stamp)).hasStatus3xxRedirection();

        assertThat(count("select count(*) from deal")).isOne();
    }

    @Test
    void givesDealsToTheOwnersInTurnAndPassesOverWhoHasLeft() {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", ani.id())
                .update();
        for (int i = 0; i < 3; i++) {
            send(enquiry(), stamp());
        }
        assertThat(count("select count(*) from deal where owner_id = " + budi.id()))
                .isEqualTo(3);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", budi.id())
                .update();
        send(enquiry(), stamp());
        assertThat(count("select count(*) from deal where owner_id = " + admin.id()))
                .isOne();
    }

    @Test
    void knowsContactsThatAreThereAndChangesNothingOfThem() {
        long maju = fixtures.organization("Maju, PT.");
        long citra = jdbc.sql("""
                        insert into person (name, organization_id, email, phone, created_at)
                        values ('Citra D.', :maju, 'CITRA@maju.example', '021', now()) returning id
                        """).param("maju", maju).query(Long.class).single();

        MvcTestResult answer = send(enquiry(), stamp());

        assertThat(answer).hasRedirectedUrl("/forms/" + form.token() + "/thanks?lang=en");
        assertThat(count("select organization_id from deal")).isEqualTo(maju);
        assertThat(count("select person_id from deal")).isEqualTo(citra);
        assertThat(jdbc.sql("select name || phone from person")
                        .query(String.class)
                        .list())
                .containsExactly("Citra D.021");
    }

    @Test
    void tellsWhatIsMissingAtItsFieldAndKeepsWhatWasTyped() {
        Map<String, String> wrong = new HashMap<>(enquiry());
        wrong.put("name", " ");
        wrong.put("email", "nobody");
        wrong.put("message", "<script>alert(1)</script>");
        wrong.remove("consent");

        assertThat(send(wrong, stamp()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Please tell us your name.",
                        "name@example.com",
                        "Please agree before you send this.",
                        "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(count("select count(*) from deal")).isZero();
    }

    @Test
    void letsScriptBeTextEverywhere() {
        Map<String, String> scripts = new HashMap<>(enquiry());
        List.of("name", "organization", "jobTitle", "message")
                .forEach(field -> scripts.put(field, "<img src=x onerror=alert(1)>"));

        assertThat(send(scripts, stamp())).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/deals/" + count("select id from deal")).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x");
    }

    @Test
    void countsWhatAProgramSendsAndTellsItNothing() {
        Map<String, String> spam = new HashMap<>(enquiry());
        spam.put("homepage", "https://casino.example");

        assertThat(send(spam, stamp())).hasRedirectedUrl("/forms/" + form.token() + "/thanks?lang=en");

        assertThat(count("select count(*) from deal")).isZero();
        assertThat(count("select caught from web_form")).isOne();
        assertThat(mvc.get().uri("/settings/forms").with(as(admin))).bodyText().contains("Spam caught");
    }

    @Test
    void takesNothingThatWasFilledInFasterThanPeopleCan() {
        String stamp = stampNow();

        assertThat(send(enquiry(), stamp)).hasStatus(422).bodyText().contains("That was very quick", "Citra Dewi");
        pass(Duration.ofSeconds(4));
        assertThat(send(enquiry(), stamp)).hasStatus3xxRedirection();
        assertThat(count("select count(*) from deal")).isOne();
        assertThat(count("select caught from web_form")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "🙂"})
    void takesNothingWithAForgedStamp(String forged) {
        assertThat(send(enquiry(), forged)).hasStatus(422).bodyText().contains("open for too long", "Citra Dewi");
        assertThat(count("select count(*) from deal")).isZero();
    }

    @Test
    void takesNoStampThatIsOldOrAnotherFormsOrFromTheFuture() {
        String other = new Stamp(UUID.randomUUID(), clock.instant().minusSeconds(60))
                .signed(make("Other", null, "", ani).secret());
        String future = new Stamp(UUID.randomUUID(), clock.instant().plusSeconds(600)).signed(form.secret());
        String old = stamp();
        assertThat(send(enquiry(), other)).hasStatus(422);
        assertThat(send(enquiry(), future)).hasStatus(422);
        pass(Duration.ofHours(25));
        assertThat(send(enquiry(), old)).hasStatus(422);
        assertThat(count("select count(*) from deal")).isZero();
    }

    @Test
    void letsNoMoreThroughThanPeopleWouldSendAndKeepsWhatTheyWrote() {
        for (int i = 0; i < Throttle.PER_ADDRESS; i++) {
            assertThat(send(enquiry(), stamp())).hasStatus3xxRedirection();
        }
        String stamp = stamp();
        assertThat(send(enquiry(), stamp)).hasStatus(429).bodyText().contains("Citra Dewi", "some minutes");
        assertThat(count("select count(*) from deal")).isEqualTo(Throttle.PER_ADDRESS);

        pass(Throttle.WINDOW.plusSeconds(5));
        assertThat(send(enquiry(), stamp)).hasStatus3xxRedirection();
    }

    @Test
    void refusesLargePostsAndFilesUnread() {
        assertThat(mvc.post()
                        .uri("/forms/" + form.token())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(new byte[10 * 1024 * 1024]))
                .hasForwardedUrl(EnquiryController.TOO_MUCH);
        assertThat(mvc.get().uri(EnquiryController.TOO_MUCH + "?lang=id"))
                .hasStatus(413)
                .bodyText()
                .contains("Pesan paling banyak 5.000 karakter", "lang=\"id\"")
                .doesNotContain("href=\"/\"");
        assertThat(mvc.post()
                        .uri("/forms/" + form.token())
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .content("x"))
                .hasStatus(415);
        Map<String, String> longer = new HashMap<>(enquiry());
        longer.put("name", "x".repeat(201));
        longer.put("message", "x".repeat(5001));
        assertThat(send(longer, stamp())).hasStatus(422).bodyText().contains("At most 200", "At most 5,000");
    }

    @Test
    void isShownInFramesOfListedSitesAloneAndMakesNoSession() {
        MvcTestResult page = mvc.get().uri("/forms/" + form.token()).exchange();

        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'self' https://www.example.com https://shop.example.com;");
        assertThat(page.getResponse().getHeader("X-Frame-Options")).isNull();
        assertThat(page.getResponse().getCookies()).isEmpty();
        MvcTestResult login = mvc.get().uri("/login").exchange();
        assertThat(login.getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(login.getResponse().getHeader("X-Frame-Options")).isEqualTo("DENY");
        WebForm unlisted = make("Unlisted", null, "", ani);
        assertThat(mvc.get()
                        .uri("/forms/" + unlisted.token())
                        .exchange()
                        .getResponse()
                        .getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        assertThat(mvc.get().uri("/forms/" + form.token() + "?lang=id"))
                .bodyText()
                .contains("lang=\"id\"", "Hubungi kami", "Nama Anda", "Saya setuju dihubungi.");
        assertThat(mvc.get().uri("/forms/" + form.token()).header("Accept-Language", "id"))
                .bodyText()
                .contains("Nama Anda");
        assertThat(mvc.get().uri("/forms/" + form.token() + "?lang=xx"))
                .bodyText()
                .contains("Your name");
    }

    @Test
    void leadsOnToTheAddressThatIsSetUp() {
        form = make("Leading", "https://www.example.com/thanks", "", ani);

        assertThat(send(enquiry(), stamp())).hasRedirectedUrl("https://www.example.com/thanks");
        assertThat(mvc.get()
                        .uri("/forms/" + form.token())
                        .exchange()
                        .getResponse()
                        .getHeader("Content-Security-Policy"))
                .contains("form-action 'self' https://www.example.com;");
    }

    @Test
    void isNotThereOnceItIsClosed() {
        jdbc.sql("update web_form set open = false").update();

        assertThat(mvc.get().uri("/forms/" + form.token())).hasStatus(404);
        assertThat(mvc.get().uri("/forms/x")).hasStatus(404);
        assertThat(mvc.get().uri("/forms/" + form.token() + "/thanks")).hasStatus(404);
    }

    @Test
    void tellsWhatIsWrongWithTheSettingsAtItsField() {
        assertThat(mvc.post()
                        .uri("/settings/forms")
                        .with(as(admin))
                        .with(csrf())
                        .param("name", "")
                        .param("titleEnglish", "kept")
                        .param("redirect", "javascript:alert(1)")
                        .param("sites", "https://ok.example; script-src *")
                        .param("fields", "MESSAGE")
                        .param("formOwners", "999"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Please give the form a name.",
                        "Please write an address like",
                        "one website on each line",
                        "or nobody can answer",
                        "Please choose an owner from the list.",
                        "Please choose a pipeline.",
                        "value=\"kept\"");
    }

    @Test
    void savesSettingsOnceAndNotOnTopOfAnothersChange() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "name",
                "Fair",
                "pipeline",
                Long.toString(pipeline),
                "titleEnglish",
                "A",
                "titleIndonesian",
                "B",
                "fields",
                "EMAIL",
                "required",
                "EMAIL",
                "formOwners",
                Long.toString(ani.id()),
                "open",
                "true",
                "key",
                UUID.randomUUID().toString()));
        String first = save("/settings/forms", settings).getResponse().getRedirectedUrl();
        assertThat(save("/settings/forms", settings)).hasRedirectedUrl(first);
        settings.put("version", "0");
        settings.put("titleEnglish", "C");
        assertThat(save(Objects.requireNonNull(first), settings)).hasRedirectedUrl(first);
        assertThat(save(first, settings)).hasStatus(409);
        settings.put("version", "1");
        settings.put("name", "WEBSITE");
        assertThat(save(first, settings)).hasStatus(422).bodyText().contains("There is a form “WEBSITE” already.");
    }

    private MvcTestResult save(String address, Map<String, String> settings) {
        var request = mvc.post().uri(address).with(as(admin)).with(csrf());
        settings.forEach(request::param);
        return request.exchange();
    }

    private WebForm make(
            String name, @org.jspecify.annotations.Nullable String redirect, String sites, Viewer... owners) {
        java.util.Set<Long> ids = new java.util.HashSet<>();
        for (Viewer owner : owners) {
            ids.add(owner.id());
        }
        return forms.load(service.create(new WebFormForm(
                name,
                pipeline,
                "Contact us",
                "Hubungi kami",
                "Tell us.",
                null,
                "I agree to be called.",
                "Saya setuju dihubungi.",
                null,
                null,
                redirect,
                java.util.EnumSet.allOf(FormField.class),
                java.util.Set.of(FormField.EMAIL),
                ids,
                null,
                null,
                sites,
                true,
                null,
                UUID.randomUUID())));
    }

    private static Map<String, String> enquiry() {
        return Map.of(
                "name", "Citra Dewi",
                "email", "citra@maju.example",
                "phone", "+62 812 345",
                "organization", "PT Maju",
                "jobTitle", "Director",
                "message", "Fifty laptops, please.",
                "consent", "true",
                "lang", "en");
    }

    /** A stamp of a page that was made some seconds ago. */
    private String stamp() {
        String stamp = stampNow();
        pass(Duration.ofSeconds(4));
        return stamp;
    }

    private String stampNow() {
        MvcTestResult page = mvc.get().uri("/forms/" + form.token()).exchange();
        Matcher found = STAMP.matcher(
                new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void pass(Duration time) {
        ((TestClock.Turnable) clock).turn(time);
    }

    private MvcTestResult send(Map<String, String> fields, String stamp) {
        var request = mvc.post()
                .uri("/forms/" + form.token())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("stamp", stamp);
        fields.forEach(request::param);
        return request.exchange();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
