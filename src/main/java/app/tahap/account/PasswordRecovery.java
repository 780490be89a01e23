package app.tahap.account;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The operator's command that lets an administrator in again who forgot the password: the profile {@code recover-password}
 * and the argument {@code --email}. Its link goes to the console only, not to a log that others may read later.
 */
@Component
@Profile(PasswordRecovery.PROFILE)
@SuppressWarnings("SystemOut") // the console is where the person who typed the command looks
class PasswordRecovery implements ApplicationRunner, ExitCodeGenerator {

    static final String PROFILE = "recover-password";
    static final Duration SERVES = Duration.ofHours(1);

    private final UserRepository users;
    private final Invitations invitations;
    private final PublicAddress address;
    private int exitCode;

    PasswordRecovery(UserRepository users, Invitations invitations, PublicAddress address) {
        this.users = users;
        this.invitations = invitations;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> emails =
                Optional.ofNullable(arguments.getOptionValues("email")).orElse(List.of());
        Optional<User> administrator = emails.size() == 1 ? find(emails.get(0)) : Optional.empty();
        if (administrator.isPresent()) {
            tell(administrator.get());
        } else {
            exitCode = 1;
            System.err.println(refusal(emails));
        }
    }

    private Optional<User> find(String email) {
        return users.findByEmail(email.strip()).filter(PasswordRecovery::isAdministrator);
    }

    private static boolean isAdministrator(User user) {
        return user.isActive() && user.getRole() == Role.ADMINISTRATOR;
    }

    private void tell(User user) {
        String path = "/invitations/" + invitations.create(user.id(), SERVES).token();
        System.out.printf(
                "Within an hour, and once, %s can choose a new password where Tahap is served, for instance at%n"
                        + "%s%n",
                user.getEmail(), address.isKnown() ? address.of(path) : "http://localhost:8080" + path);
    }

    /** Who may read the database may know who administers it. */
    private String refusal(List<String> emails) {
        String reason = emails.size() == 1
                ? "No active administrator has the e-mail address " + emails.get(0) + "."
                : "Say whose password is lost: --email=ani@example.com.";
        String known = users.findAll().stream()
                .filter(PasswordRecovery::isAdministrator)
                .map(User::getEmail)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(", "));
        return reason + (known.isEmpty() ? " This database has none yet." : " Administrators: " + known + ".");
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
