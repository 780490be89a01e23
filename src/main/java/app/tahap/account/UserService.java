package app.tahap.account;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes users on behalf of an administrator, of whom there always remains one who can log in. */
@Service
@Transactional
class UserService {

    private final UserRepository users;
    private final TeamRepository teams;
    private final JdbcClient jdbc;
    private final Clock clock;

    UserService(UserRepository users, TeamRepository teams, JdbcClient jdbc, Clock clock) {
        this.users = users;
        this.teams = teams;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    User load(long id) {
        return users.findById(id).orElseThrow(() -> new NotFoundException("user", id));
    }

    /** The new user, who cannot log in before being invited. */
    User add(UserForm form) {
        String email = address(form, null);
        return save(new User(
                Objects.requireNonNull(form.name()).strip(),
                email,
                Objects.requireNonNull(form.role()),
                knownTeam(form),
                Locale.forLanguageTag(Objects.requireNonNull(form.language())),
                clock.instant()));
    }

    void edit(long id, UserForm form, Viewer administrator) {
        User user = load(id);
        Versions.requireCurrent(User.class, user.getVersion(), form.version());
        String email = address(form, user);
        Role role = Objects.requireNonNull(form.role());
        if (user.getRole() == Role.ADMINISTRATOR && role != Role.ADMINISTRATOR) {
            requireAnotherAdministrator(user, administrator);
        }
        user.describe(Objects.requireNonNull(form.name()).strip(), email);
        user.assign(role, knownTeam(form));
        user.prefer(Locale.forLanguageTag(Objects.requireNonNull(form.language())), user.getTheme());
        save(user);
    }

    /**
     * The message of why a user cannot have the address told: nobody else may have it, and none is told only for a user who
     * has had none.
     *
     * @param user null for a new one
     */
    Optional<String> wrongAddress(UserForm form, @Nullable User user) {
        String email = told(form);
        if (email == null) {
            boolean mayBeMissing = user != null && user.getEmail() == null;
            return mayBeMissing ? Optional.empty() : Optional.of("account.email.invalid");
        }
        return users.findByEmail(email)
                .filter(other -> user == null || other.id() != user.id())
                .map(other -> "account.email.taken");
    }

    /** What users change about themselves. */
    void edit(long id, ProfileForm form) {
        User user = load(id);
        Versions.requireCurrent(User.class, user.getVersion(), form.version());
        user.describe(Objects.requireNonNull(form.name()).strip(), user.getEmail());
        user.prefer(
                Locale.forLanguageTag(Objects.requireNonNull(form.language())), Objects.requireNonNull(form.theme()));
        user.celebrate(Boolean.TRUE.equals(form.celebrates()));
    }

    /** Lets a deactivated user in again, with the password, role and team of before. */
    void activate(long id) {
        load(id).activate();
    }

    /** Two administrators who remove each other at the same moment do it one after the other; the second is refused. */
    void requireAnotherAdministrator(User user, Viewer administrator) {
        if (user.id() == administrator.id()) {
            throw new RuleException("account.user.self");
        }
        lock();
        boolean another =
                jdbc.sql("""
                        select exists (select from users where role = 'ADMINISTRATOR' and id <> :user
                                          and deactivated_at is null and password_hash is not null)
                        """).param("user", user.id()).query(Boolean.class).single();
        if (!another) {
            throw new RuleException("account.user.last");
        }
    }

    /** Until the end of the transaction nobody else changes users; reading them and writing deals goes on. */
    void lock() {
        jdbc.sql("lock table users in share row exclusive mode").update();
    }

    private @Nullable Long knownTeam(UserForm form) {
        if (form.team() != null && teams.findToJoin(form.team()).isEmpty()) {
            throw new RuleException("account.user.team.gone");
        }
        return form.team();
    }

    private @Nullable String address(UserForm form, @Nullable User user) {
        wrongAddress(form, user).ifPresent(key -> {
            throw new RuleException(key);
        });
        return told(form);
    }

    private static @Nullable String told(UserForm form) {
        String email = Objects.requireNonNullElse(form.email(), "").strip();
        return email.isEmpty() ? null : email;
    }

    /** Of two that take the same address at the same moment, the database refuses the second. */
    private User save(User user) {
        try {
            return users.saveAndFlush(user);
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains("users_email")) {
                throw new RuleException("account.email.taken");
            }
            throw refused;
        }
    }
}
