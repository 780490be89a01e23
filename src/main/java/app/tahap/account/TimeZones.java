package app.tahap.account;

import app.tahap.web.Choice;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** The time zones that can be chosen: those of places, which know about summer time, and UTC. */
public final class TimeZones {

    private static final Pattern OF_A_PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC");

    private TimeZones() {}

    public static List<Choice> choices() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> OF_A_PLACE.matcher(id).matches())
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' ')))
                .toList();
    }

    public static boolean canBeChosen(ZoneId zone) {
        return OF_A_PLACE.matcher(zone.getId()).matches();
    }

    /** The machine's own zone, or UTC where that is none to choose. */
    public static ZoneId ofMachine() {
        ZoneId zone = ZoneId.systemDefault();
        return canBeChosen(zone) ? zone : ZoneId.of("UTC");
    }
}
