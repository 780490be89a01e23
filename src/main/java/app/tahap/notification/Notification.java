package app.tahap.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user is to be told.
 *
 * @param message the key of the text; {0} and on are the arguments
 * @param path of the page that it leads to, such as {@code /deals/12}
 * @param dealId the deal it is about, without which it is not shown to who may not see the deal any more; null for none
 * @param key makes telling a user the same thing twice harmless, such as {@code reminder-12}; null where each is another one
 */
public record Notification(
        Topic topic,
        String message,
        List<Argument> arguments,
        String path,
        @Nullable Long dealId,
        @Nullable String key) {

    public Notification {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of ours: " + path);
        }
    }

    /** About something else than a deal, or about one that everybody may know of. */
    public static Notification of(Topic topic, String message, String path, Argument... arguments) {
        return new Notification(topic, message, List.of(arguments), path, null, null);
    }

    /** About a deal, leading to its page. */
    public static Notification ofDeal(Topic topic, String message, long dealId, Argument... arguments) {
        return new Notification(topic, message, List.of(arguments), "/deals/" + dealId, dealId, null);
    }

    /** The same, once only. */
    public Notification once(String newKey) {
        return new Notification(topic, message, arguments, path, dealId, newKey);
    }

    /** The same, leading to another page. */
    public Notification leadingTo(String newPath) {
        return new Notification(topic, message, arguments, newPath, dealId, key);
    }
}
