package app.tahap.exchange;

import app.tahap.account.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom files name: everybody who is or was here, by name or e-mail address. */
final class RecordUsers {

    private final long importer;
    private final Map<String, List<User>> byName = new HashMap<>();

    private RecordUsers(long importer) {
        this.importer = importer;
    }

    private record User(long id, String name, @Nullable String email, boolean active) {}

    static RecordUsers of(JdbcClient jdbc, Viewer importer) {
        RecordUsers users = new RecordUsers(importer.id());
        jdbc.sql("select id, name, email, deactivated_at is null as active from users")
                .query(User.class)
                .list()
                .forEach(users::add);
        return users;
    }

    private void add(User user) {
        byName.computeIfAbsent(plain(user.name()), none -> new ArrayList<>()).add(user);
        if (user.email() != null && !plain(user.email()).equals(plain(user.name()))) {
            byName.computeIfAbsent(plain(user.email()), none -> new ArrayList<>())
                    .add(user);
        }
    }

    long importer() {
        return importer;
    }

    /** The only one of that name, or the only one who is active. */
    Optional<Long> find(String name) {
        List<User> found = byName.getOrDefault(plain(name), List.of());
        List<User> active = found.stream().filter(User::active).toList();
        List<User> meant = found.size() == 1 ? found : active;
        return meant.size() == 1 ? Optional.of(meant.get(0).id()) : Optional.empty();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
