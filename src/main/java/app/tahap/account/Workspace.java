package app.tahap.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** The one workspace of an installation. Its base currency is fixed at set-up, since closed deals are valued in it. */
@Entity
public class Workspace {

    static final short ID = 1;

    @Id
    private short id = ID;

    private String name;
    private String baseCurrency;
    private String timeZone;
    private String language;

    @Enumerated(EnumType.STRING)
    private Visibility repVisibility = Visibility.EVERYONE;

    @Enumerated(EnumType.STRING)
    private Visibility managerVisibility = Visibility.EVERYONE;

    private short fiscalYearStart = 1;
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Workspace() {}

    public Workspace(String name, Currency baseCurrency, ZoneId timeZone, Locale language, Instant createdAt) {
        this.name = name;
        this.baseCurrency = baseCurrency.getCurrencyCode();
        this.timeZone = timeZone.getId();
        this.language = language.getLanguage();
        this.createdAt = createdAt;
    }

    public void describe(String newName, ZoneId newTimeZone, Locale newLanguage, int newFiscalYearStart) {
        name = newName;
        timeZone = newTimeZone.getId();
        language = newLanguage.getLanguage();
        fiscalYearStart = (short) newFiscalYearStart;
    }

    /** Managers see everyone's deals or their team's; {@code OWN} is for reps only. */
    public void show(Visibility toReps, Visibility toManagers) {
        if (toManagers == Visibility.OWN) {
            throw new IllegalArgumentException("A manager sees at least the own team");
        }
        repVisibility = toReps;
        managerVisibility = toManagers;
    }

    public String getName() {
        return name;
    }

    public Currency getBaseCurrency() {
        return Currency.getInstance(baseCurrency);
    }

    public ZoneId getTimeZone() {
        return ZoneId.of(timeZone);
    }

    public Locale getLanguage() {
        return Locale.forLanguageTag(language);
    }

    public Visibility getRepVisibility() {
        return repVisibility;
    }

    public Visibility getManagerVisibility() {
        return managerVisibility;
    }

    public int getFiscalYearStart() {
        return fiscalYearStart;
    }

    public int getVersion() {
        return version;
    }
}
