package app.tahap.activity;

import app.tahap.account.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the modules above say waits for somebody. */
@Component
class DayPanels {

    private final List<DayPanel> panels;

    DayPanels(List<DayPanel> panels) {
        this.panels = panels;
    }

    /** A panel on the page. */
    record Shown(String template, Object content) {}

    List<Shown> of(Viewer viewer) {
        return panels.stream()
                .flatMap(panel -> panel.view(viewer).stream().map(content -> new Shown(panel.template(), content)))
                .toList();
    }
}
