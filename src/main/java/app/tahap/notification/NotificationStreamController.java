package app.tahap.notification;

import app.tahap.account.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Controller
class NotificationStreamController {

    private final NotificationStreams streams;
    private final NotificationList list;

    NotificationStreamController(NotificationStreams streams, NotificationList list) {
        this.streams = streams;
        this.list = list;
    }

    /** How much is unread, now and whenever that changes. */
    @GetMapping(path = "/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    SseEmitter stream(Viewer viewer, HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no"); // nginx would keep events back until it has a buffer full
        return streams.open(viewer);
    }

    /** How much is unread now, for where the stream cannot be had. */
    @GetMapping(path = "/notifications/unread", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String unread(Viewer viewer) {
        return Integer.toString(list.count(true, viewer));
    }
}
