package app.tahap.notification;

import app.tahap.account.Viewer;
import java.util.Map;

/** Which deals a viewer may see; answered by the module that knows deals. */
public interface DealAccess {

    /** What is true of a {@code deal d} that the viewer may see. */
    Condition visibleTo(Viewer viewer);

    /** A condition of SQL with its parameters. */
    record Condition(String sql, Map<String, Object> parameters) {}
}
