package app.tahap.exchange;

import app.tahap.account.Role;
import app.tahap.account.User;
import app.tahap.account.UserRepository;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.exchange.ImportSettings.Meaning;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The users to whom imported deals can belong, and new ones for names that nobody has yet. */
@Repository
class ImportOwners {

    private static final int LONGEST_NAME = 100;

    private final UserRepository users;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportOwners(UserRepository users, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.users = users;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A user; history may also belong to one who has left. */
    record Owner(long id, String name, @Nullable String email, boolean active) {}

    /** The users whose deals the viewer may see, by name. */
    List<Owner> visibleTo(Viewer viewer) {
        return jdbc.sql("""
                        select id, name, email, deactivated_at is null as active from users
                         where :everyone or team_id = :team or id = :viewer
                         order by lower(name), id
                        """)
                .param("everyone", viewer.visibility() == Visibility.EVERYONE)
                .param("team", viewer.teamId(), Types.BIGINT)
                .param("viewer", viewer.id())
                .query(Owner.class)
                .list();
    }

    /**
     * The users for names that stand for new ones. Whoever has none yet is made, and kept in the import's settings, so that
     * later rows find him again, be it after a crash. Nobody of them can log in before being invited.
     */
    Map<String, Long> bring(Set<String> names, long importId, Viewer importer) {
        List<Meaning> owners = told(importId).stream()
                .map(owner -> names.contains(owner.value()) && Meaning.NEW.equals(owner.target())
                        ? owner.meaning(Long.toString(create(owner.value(), importer)))
                        : owner)
                .toList();
        jdbc.sql(
                        "update deal_import set settings = jsonb_set(settings, '{values,owners}', :owners::jsonb) where id = :import")
                .param("owners", json.writeValueAsString(owners))
                .param("import", importId)
                .update();
        return owners.stream()
                .filter(owner -> names.contains(owner.value()))
                .collect(Collectors.toMap(Meaning::value, owner -> Long.valueOf(String.valueOf(owner.target()))));
    }

    private List<Meaning> told(long importId) {
        String owners = jdbc.sql("select settings #>> '{values,owners}' from deal_import where id = :import")
                .param("import", importId)
                .query(String.class)
                .single();
        return List.of(json.readValue(owners, Meaning[].class));
    }

    private long create(String value, Viewer importer) {
        String name = value.length() > LONGEST_NAME ? value.substring(0, LONGEST_NAME) : value;
        @Nullable Long team = importer.visibility() == Visibility.EVERYONE ? null : importer.teamId();
        User user = new User(name, address(value), Role.REP, team, importer.locale(), clock.instant());
        return users.saveAndFlush(user).id();
    }

    /** The address that the value itself is; otherwise none, until an administrator knows it. */
    private @Nullable String address(String value) {
        return value.matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}") && isFree(value) ? value : null;
    }

    private boolean isFree(String address) {
        return users.findByEmail(address).isEmpty();
    }
}
