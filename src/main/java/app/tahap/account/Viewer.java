package app.tahap.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The user on whose behalf a request is served, with the workspace's settings that the request needs. Loaded once per
 * request; a controller takes it as a method argument, a template reads it as {@code ${viewer}}.
 *
 * @param visibility whose deals this user sees; {@code TEAM} without a team means the own ones
 * @param zone the workspace's time zone, in which "today" and every period is meant
 * @param fiscalYearStart the month (1 to 12) in which the fiscal year begins
 * @param celebrates whether a deal that is won is celebrated on the screen
 */
public record Viewer(
        long id,
        String name,
        String email,
        Role role,
        @Nullable Long teamId,
        Visibility visibility,
        Locale locale,
        Theme theme,
        String workspace,
        Currency baseCurrency,
        ZoneId zone,
        int fiscalYearStart,
        boolean celebrates) {

    /** The user as the author of what is done; null where Tahap does it by itself. */
    public @Nullable Long actorId() {
        return id == Viewers.ITSELF ? null : id;
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    public boolean isManager() {
        return role != Role.REP;
    }

    /** The date it is now in the workspace's time zone. */
    public LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** The date on which something happened in the workspace's time zone. */
    public LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** One or two letters that stand for the user's name. */
    public String initials() {
        return Initials.of(name);
    }
}
