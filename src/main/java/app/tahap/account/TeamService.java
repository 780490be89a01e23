package app.tahap.account;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TeamService {

    private final TeamRepository teams;
    private final JdbcClient jdbc;
    private final Clock clock;

    TeamService(TeamRepository teams, JdbcClient jdbc, Clock clock) {
        this.teams = teams;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TeamRow> list() {
        return jdbc.sql("""
                        select t.id, t.name, count(u.id) as members
                          from team t left join users u on u.team_id = t.id and u.deactivated_at is null
                         group by t.id order by lower(t.name)
                        """).query(TeamRow.class).list();
    }

    Team load(long id) {
        return teams.findById(id).orElseThrow(() -> new NotFoundException("team", id));
    }

    void add(TeamForm form) {
        save(new Team(Objects.requireNonNull(form.name()).strip(), clock.instant()));
    }

    void rename(long id, TeamForm form) {
        Team team = load(id);
        Versions.requireCurrent(Team.class, team.getVersion(), form.version());
        team.rename(Objects.requireNonNull(form.name()).strip());
        save(team);
    }

    /** Its members, deactivated ones too, stay users without a team. */
    void remove(long id) {
        Team team = teams.findForChangeById(id).orElseThrow(() -> new NotFoundException("team", id));
        jdbc.sql("update users set team_id = null, version = version + 1 where team_id = :team")
                .param("team", id)
                .update();
        teams.delete(team);
    }

    private void save(Team team) {
        try {
            teams.saveAndFlush(team);
        } catch (DataIntegrityViolationException taken) {
            throw new RuleException("account.team.taken");
        }
    }
}
