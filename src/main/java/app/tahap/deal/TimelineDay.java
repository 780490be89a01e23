package app.tahap.deal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened to a deal on one day of the workspace's calendar. */
record TimelineDay(LocalDate date, List<TimelineItem> items) {

    /** Items in their order, each under its day. */
    static List<TimelineDay> of(List<TimelineItem> items, ZoneId zone) {
        Map<LocalDate, List<TimelineItem>> days = new LinkedHashMap<>();
        for (TimelineItem item : items) {
            days.computeIfAbsent(LocalDate.ofInstant(item.at(), zone), day -> new ArrayList<>())
                    .add(item);
        }
        return days.entrySet().stream()
                .map(day -> new TimelineDay(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }
}
