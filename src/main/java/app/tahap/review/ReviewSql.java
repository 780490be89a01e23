package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.util.Map;

/** Which reviews somebody may open: those of deals all of which that person may see by the rules of today. */
record ReviewSql(String where, Map<String, Object> parameters) {

    static ReviewSql visibleTo(Viewer viewer) {
        if (viewer.visibility() == Visibility.EVERYONE) {
            return new ReviewSql("true", Map.of());
        }
        return viewer.visibility() == Visibility.TEAM && viewer.teamId() != null
                ? new ReviewSql("""
                        (r.team_id = :viewerTeam or r.owner_id in (select id from users where team_id = :viewerTeam))""", Map.of("viewerTeam", viewer.teamId()))
                : new ReviewSql("r.owner_id = :viewer", Map.of("viewer", viewer.id()));
    }
}
