package app.tahap.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person who works in Tahap. Cannot log in before a password is set, nor after being deactivated. */
@Entity
@Table(name = "users")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private @Nullable String email;
    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable Long teamId;
    private String language;

    @Enumerated(EnumType.STRING)
    private Theme theme = Theme.AUTO;

    private boolean celebrates = true;

    private @Nullable Instant deactivatedAt;
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /** @param email null while nobody knows it: then there is no way in yet */
    public User(
            String name, @Nullable String email, Role role, @Nullable Long teamId, Locale language, Instant createdAt) {
        this.name = name;
        this.email = email;
        this.role = role;
        this.teamId = teamId;
        this.language = language.getLanguage();
        this.createdAt = createdAt;
    }

    public void changePasswordTo(String hash) {
        passwordHash = hash;
    }

    public void describe(String newName, @Nullable String newEmail) {
        name = newName;
        email = newEmail;
    }

    public void assign(Role newRole, @Nullable Long newTeamId) {
        role = newRole;
        teamId = newTeamId;
    }

    public void prefer(Locale newLanguage, Theme newTheme) {
        language = newLanguage.getLanguage();
        theme = newTheme;
    }

    /** Whether a deal that is won is celebrated on this user's screen. */
    public void celebrate(boolean wanted) {
        celebrates = wanted;
    }

    public boolean isCelebrating() {
        return celebrates;
    }

    public void deactivate(Instant at) {
        deactivatedAt = at;
    }

    public void activate() {
        deactivatedAt = null;
    }

    public boolean isActive() {
        return deactivatedAt == null;
    }

    /** The id of a stored user. */
    public long id() {
        return Objects.requireNonNull(id, "a user has an id once it is stored");
    }

    public String getName() {
        return name;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable String getPasswordHash() {
        return passwordHash;
    }

    public Role getRole() {
        return role;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public Locale getLanguage() {
        return Locale.forLanguageTag(language);
    }

    public Theme getTheme() {
        return theme;
    }

    public @Nullable Instant getDeactivatedAt() {
        return deactivatedAt;
    }

    public int getVersion() {
        return version;
    }
}
