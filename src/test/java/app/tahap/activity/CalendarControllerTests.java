package app.tahap.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CalendarControllerTests extends ActivityScene {

    @Test
    void writesACalendarThatOthersRead() {
        planned("Call; \"them\", \\ now\nEND:VEVENT", TODAY, LocalTime.of(14, 0));
        planned("Some time", TOMORROW, null);
        long done = planned("Yesterday", TODAY.minusDays(1), null);
        activities.complete(done, "They agree", 0, ani);

        MvcTestResult answer = read(address());
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        ICalendar calendar = Biweekly.parse(text(answer)).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(biweekly.ICalVersion.V2_0).toString())
                .isTrue();
        Map<String, VEvent> events = calendar.getEvents().stream()
                .collect(Collectors.toMap(event -> event.getSummary().getValue(), Function.identity()));
        assertThat(events.keySet())
                .containsExactlyInAnyOrder(
                        "Call: Call; \"them\", \\ now\nEND:VEVENT (Fifty laptops)",
                        "Call: Some time (Fifty laptops)",
                        "✓ Call: Yesterday (Fifty laptops)");
        assertThat(calendar.getEvents().stream().map(event -> event.getUid().getValue()))
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("activity-\\d+@\\d+\\.tahap"));
        assertThat(calendar.getEvents()).allMatch(event -> event.getDateTimeStamp() != null);
    }

    @Test
    void tellsTimesInUtcAndDaysAsDays() {
        planned("At two", TODAY, LocalTime.of(14, 0));
        planned("Some time", TOMORROW, null);

        String text = text(read(address()));

        assertThat(text).contains("DTSTART:20260520T070000Z", "DTEND:20260520T073000Z");
        assertThat(text).contains("DTSTART;VALUE=DATE:20260521", "DTEND;VALUE=DATE:20260522");
        List<VEvent> events = Biweekly.parse(text).first().getEvents();
        assertThat(events.stream().map(event -> event.getDateStart().getValue().hasTime()))
                .containsExactly(false, true);
        assertThat(events.get(1).getDateStart().getValue())
                .hasSameTimeAs(Date.from(Instant.parse("2026-05-20T07:00:00Z")));
    }

    @Test
    void foldsLongLinesAndEndsEachAsTheStandardSays() {
        planned("x".repeat(150) + "é".repeat(40), TODAY, null);

        String text = text(read(address()));

        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(Biweekly.parse(text).first().getEvents().get(0).getSummary().getValue())
                .contains("x".repeat(150) + "é".repeat(40));
    }

    @Test
    void alarmsAsItsOwnerPrefers() {
        planned("At two", TODAY, LocalTime.of(14, 0));
        String address = address();
        assertThat(text(read(address))).contains("TRIGGER;RELATED=START:-PT15M");

        post(ani, "/profile/calendar", "reminder", "MORNING");
        assertThat(text(read(address))).contains("TRIGGER;VALUE=DATE-TIME:20260520T010000Z");
        post(ani, "/profile/calendar", "reminder", "NONE");
        assertThat(text(read(address))).doesNotContain("VALARM");
        assertThat(post(ani, "/profile/calendar", "reminder", "SOMETIMES")).hasStatus(422);
    }

    @Test
    void answersShortlyWhereNothingHasChanged() {
        long planned = planned(TODAY);
        String address = address();
        String tag =
                java.util.Objects.requireNonNull(read(address).getResponse().getHeader("ETag"));
        clock.turn(Duration.ofMinutes(30));

        assertThat(mvc.get().uri(address).header("If-None-Match", tag)).hasStatus(304);
        activities.reschedule(planned, TOMORROW, 0, ani);
        assertThat(mvc.get().uri(address).header("If-None-Match", tag)).hasStatusOk();
    }

    @Test
    void opensForNobodyElseAndTellsNothing() {
        planned(TODAY);
        assertThat(read("/calendar/wrong.ics")).hasStatus(404).bodyText().doesNotContain("VCALENDAR");
        String first = address();
        String second = address();
        assertThat(read(first)).hasStatus(404);
        assertThat(read(second)).hasStatusOk();
        assertThat(jdbc.sql("select token_hash from calendar_feed")
                        .query(String.class)
                        .single())
                .isNotEqualTo(second.substring(10, 53));

        post(ani, "/profile/calendar/feed/revocation");
        assertThat(read(second)).hasStatus(404);
    }

    @Test
    void closesWithItsOwner() {
        String address = address();
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", ani.id())
                .update();
        assertThat(read(address)).hasStatus(404);
    }

    @Test
    void letsThoseWaitWhoGuess() {
        String address = address();
        for (int i = 0; i < CalendarThrottle.ALLOWED; i++) {
            assertThat(read("/calendar/guess" + i + ".ics")).hasStatus(404);
        }
        assertThat(read("/calendar/guess.ics")).hasStatus(429).hasHeader("Retry-After", "600");
        assertThat(read(address)).hasStatusOk();
        clock.turn(CalendarThrottle.WINDOW.plusSeconds(1));
        assertThat(read("/calendar/guess.ics")).hasStatus(404);
    }

    @Test
    void showsOnlyItsOwnersActivities() {
        planned(TODAY);
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        MvcTestResult page = post(budi, "/profile/calendar/feed");

        assertThat(text(read(path(text(page))))).contains("VCALENDAR").doesNotContain("Call them");
    }

    @Test
    void showsTheAddressOnce() {
        String address = address();
        assertThat(address).hasSizeGreaterThan(50);
        assertThat(get(ani, "/profile/calendar"))
                .bodyText()
                .contains("There is an address since", "No calendar program has asked for it yet.")
                .doesNotContain(address);
    }

    private String address() {
        MvcTestResult page = post(ani, "/profile/calendar/feed");
        assertThat(page).hasStatusOk().hasHeader("Cache-Control", "no-store");
        return path(text(page));
    }

    private static String path(String page) {
        Matcher path = Pattern.compile("/calendar/[\\w-]+\\.ics").matcher(page);
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private MvcTestResult read(String address) {
        return mvc.get().uri(address).exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
