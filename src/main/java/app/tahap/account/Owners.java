package app.tahap.account;

import app.tahap.web.Choice;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The users and teams that a viewer can choose between: in filters, and as the owner of a deal. */
@Repository
public class Owners {

    private final JdbcClient jdbc;

    Owners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active users whose deals the viewer may see, by name. */
    public List<Choice> choices(Viewer viewer) {
        return choices(viewer, 0);
    }

    /** As {@link #choices(Viewer)}, with the owner of something that may stay with him although he was deactivated. */
    public List<Choice> choices(Viewer viewer, long present) {
        return choices(viewer, List.of(present));
    }

    /** As {@link #choices(Viewer, long)} for several who are there already. */
    public List<Choice> choices(Viewer viewer, Collection<Long> present) {
        String visible =
                switch (viewer.visibility()) {
                    case EVERYONE -> "true";
                    case TEAM -> "(team_id = :team or id = :viewer)";
                    case OWN -> "id = :viewer";
                };
        return jdbc.sql("select id, name from users where deactivated_at is null and " + visible
                        + " or id = any(:present) order by lower(name), id")
                .param("team", viewer.teamId(), Types.BIGINT)
                .param("viewer", viewer.id())
                .param("present", present.toArray(Long[]::new))
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("name")))
                .list();
    }

    /**
     * Whether a user is active, and stays so until the end of the transaction: who is about to own something must not be
     * deactivated at the same moment.
     */
    public boolean staysActive(long userId) {
        return jdbc.sql("select deactivated_at is null from users where id = :id for share")
                .param("id", userId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Those of many users of whom {@link #staysActive(long)} is true. */
    public Set<Long> stayActive(Collection<Long> userIds) {
        return new HashSet<>(
                jdbc.sql("select id from users where id = any(:ids) and deactivated_at is null order by id for share")
                        .param("ids", userIds.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** All teams by name, for those who see more than one; otherwise none. */
    public List<Choice> teams(Viewer viewer) {
        return viewer.visibility() != Visibility.EVERYONE
                ? List.of()
                : jdbc.sql("select id, name from team order by lower(name)")
                        .query((row, number) -> new Choice(row.getLong("id"), row.getString("name")))
                        .list();
    }
}
