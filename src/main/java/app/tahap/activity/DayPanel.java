package app.tahap.activity;

import app.tahap.account.Viewer;
import java.util.Optional;

/**
 * A module's part of everybody's own day: what waits for them beside activities. Each bean is one; it costs as many queries
 * however much waits.
 */
public interface DayPanel {

    /** The template whose fragment {@code day(view)} shows the view, such as {@code negotiation/_day}. */
    String template();

    /** What the panel shows; empty where nothing waits for the viewer. */
    Optional<?> view(Viewer viewer);
}
