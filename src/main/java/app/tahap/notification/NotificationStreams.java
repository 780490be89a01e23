package app.tahap.notification;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this replica that want to know at once how much is unread. A page costs a connection and no thread; it
 * is told numbers only, so that a page left open by who was logged out tells nothing.
 */
@Component
class NotificationStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NotificationStreams.class);

    /** Then the browser asks again, with its login. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<Long, Set<SseEmitter>> open = new ConcurrentHashMap<>();
    private final NotificationList list;
    private final Viewers viewers;
    private final NotificationListener listener;
    private final TaskExecutor executor;
    private volatile boolean running;

    NotificationStreams(
            NotificationList list,
            Viewers viewers,
            NotificationListener listener,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
        this.list = list;
        this.viewers = viewers;
        this.listener = listener;
        this.executor = executor;
    }

    /** A new page, which is told at once what is unread by now, and anew whenever that changes. */
    SseEmitter open(Viewer viewer) {
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        remember(viewer.id(), page);
        page.onCompletion(() -> forget(viewer.id(), page));
        page.onTimeout(page::complete);
        page.onError(failed -> forget(viewer.id(), page));
        if (!running) {
            page.complete();
            return page;
        }
        listener.listen(this::changed, this::allMayHaveChanged);
        tell(viewer.id());
        return page;
    }

    private void changed(long userId) {
        if (open.containsKey(userId)) {
            executor.execute(() -> tell(userId));
        }
    }

    /** After the connection to the database was lost, nobody knows what was missed. */
    private void allMayHaveChanged() {
        open.keySet().forEach(this::changed);
    }

    /** One after the other, so that the last number told is the last counted. */
    private void tell(long userId) {
        Set<SseEmitter> pages = open.getOrDefault(userId, Set.of());
        synchronized (pages) {
            Optional<Viewer> viewer = viewers.find(userId);
            if (viewer.isEmpty()) {
                pages.forEach(SseEmitter::complete);
                return;
            }
            int unread = list.count(true, viewer.get());
            pages.forEach(
                    page -> send(page, userId, SseEmitter.event().name("unread").data(unread)));
        }
    }

    /** Proxies close what is silent for long, and pages that are gone are noticed only when they are written to. */
    @Scheduled(fixedDelay = 25_000)
    void keepOpen() {
        open.forEach((userId, pages) -> executor.execute(() ->
                pages.forEach(page -> send(page, userId, SseEmitter.event().comment("")))));
    }

    private void send(SseEmitter page, long userId, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException gone) {
            log.debug("A page is gone", gone);
            forget(userId, page);
        }
    }

    private void remember(long userId, SseEmitter page) {
        open.compute(userId, (id, pages) -> {
            Set<SseEmitter> all = pages == null ? ConcurrentHashMap.newKeySet() : pages;
            all.add(page);
            return all;
        });
    }

    private void forget(long userId, SseEmitter page) {
        open.computeIfPresent(userId, (id, pages) -> {
            pages.remove(page);
            return pages.isEmpty() ? null : pages;
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for the requests that are still open. */
    @Override
    public void stop() {
        running = false;
        listener.close();
        open.values().forEach(pages -> pages.forEach(SseEmitter::complete));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
