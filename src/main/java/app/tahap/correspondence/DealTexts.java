package app.tahap.correspondence;

import app.tahap.account.Viewer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts about deals that Tahap itself fills in, with the placeholders of mails but for those of a sender. */
@Component
public class DealTexts {

    private static final Set<Placeholder> OF_SENDER = EnumSet.of(Placeholder.SENDER_NAME, Placeholder.SENDER_EMAIL);

    private final Addressees addressees;

    DealTexts(Addressees addressees) {
        this.addressees = addressees;
    }

    /** What stands in a text like a placeholder but is none, as it was typed. */
    public List<String> unknown(@Nullable String typed) {
        PlaceholderText text = PlaceholderText.of(typed);
        Stream<String> senders = text.unsettled().stream()
                .filter(written -> OF_SENDER.stream().anyMatch(one -> written.contains(one.key())));
        return Stream.concat(text.unknown().stream(), senders).distinct().toList();
    }

    /** What can stand in a text, as it is written. */
    public List<String> placeholders() {
        return Stream.of(Placeholder.values())
                .filter(placeholder -> !OF_SENDER.contains(placeholder))
                .map(Placeholder::written)
                .toList();
    }

    /** The text for a deal, in the viewer's language; what is not known is a dash. */
    public String filled(String typed, long dealId, Viewer viewer) {
        PlaceholderText text = PlaceholderText.of(typed);
        if (text.unsettled().isEmpty()) {
            return typed;
        }
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        for (Placeholder placeholder : Placeholder.values()) {
            values.put(placeholder, "–");
        }
        values.putAll(addressees.values(addressees.load(dealId, viewer), viewer.locale(), viewer));
        return text.filled(values);
    }
}
