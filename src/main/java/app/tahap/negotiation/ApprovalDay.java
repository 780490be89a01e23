package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.activity.DayPanel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests for approval that wait for somebody, on that person's own day. */
@Component
class ApprovalDay implements DayPanel {

    /** How many are named; the rest is one click away. */
    private static final int NAMED = 5;

    private final Approvals approvals;

    ApprovalDay(Approvals approvals) {
        this.approvals = approvals;
    }

    /** @param rows those that wait longest */
    record Waiting(int count, List<ApprovalRow> rows) {

        public boolean isCut() {
            return count > rows.size();
        }
    }

    @Override
    public String template() {
        return "negotiation/_day";
    }

    @Override
    public Optional<Waiting> view(Viewer viewer) {
        int count = approvals.countWaiting(viewer);
        return count == 0 ? Optional.empty() : Optional.of(new Waiting(count, approvals.waiting(viewer, 0, NAMED)));
    }
}
