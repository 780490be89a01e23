package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.notification.DealAccess;
import org.springframework.stereotype.Component;

/** Hides notifications about deals from those who may not see them any more. */
@Component
class DealNotificationAccess implements DealAccess {

    @Override
    public Condition visibleTo(Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return new Condition(visible.where(), visible.parameters());
    }
}
