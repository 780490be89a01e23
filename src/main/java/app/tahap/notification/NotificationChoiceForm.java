package app.tahap.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** @param topics what is to come by e-mail, too; null where nothing is ticked */
record NotificationChoiceForm(@Nullable Set<Topic> topics) {

    public Set<Topic> chosen() {
        return topics == null ? Set.of() : topics;
    }
}
