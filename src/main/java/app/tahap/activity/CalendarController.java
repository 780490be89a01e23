package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Somebody's activities as a calendar (RFC 5545), for programs that know the secret address and nothing else. */
@Controller
class CalendarController {

    static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarFeeds feeds;
    private final CalendarThrottle throttle;
    private final Viewers viewers;
    private final ActivityCalendar calendar;

    CalendarController(CalendarFeeds feeds, CalendarThrottle throttle, Viewers viewers, ActivityCalendar calendar) {
        this.feeds = feeds;
        this.throttle = throttle;
        this.viewers = viewers;
        this.calendar = calendar;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<String> read(@PathVariable String token, HttpServletRequest request) {
        Optional<Viewer> viewer = feeds.open(token).flatMap(viewers::find);
        if (viewer.isEmpty()) {
            return refuse(request);
        }
        String text = calendar.of(viewer.get());
        String tag = ActivityCalendar.tag(text);
        ServletWebRequest asked = new ServletWebRequest(request);
        boolean unchanged = asked.checkNotModified(tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header("X-Robots-Tag", "noindex");
        return unchanged
                ? answer.build()
                : answer.contentType(CALENDAR)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"tahap.ics\"")
                        .body(text);
    }

    private ResponseEntity<String> refuse(HttpServletRequest request) {
        if (throttle.misses(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(CalendarThrottle.WINDOW.toSeconds()))
                    .build();
        }
        throw new NotFoundException("calendar", "of a secret");
    }
}
