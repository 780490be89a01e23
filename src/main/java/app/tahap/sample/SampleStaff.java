package app.tahap.sample;

import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.TeamRepository;
import app.tahap.account.User;
import app.tahap.account.UserRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The sample company's two teams. Nobody has a password: they cannot log in before they are invited. */
@Component
class SampleStaff {

    private final UserRepository users;
    private final TeamRepository teams;

    SampleStaff(UserRepository users, TeamRepository teams) {
        this.users = users;
        this.teams = teams;
    }

    List<Rep> create(Locale language, Instant start) {
        Team jakarta = teams.saveAndFlush(new Team("Jakarta", start));
        Team surabaya = teams.saveAndFlush(new Team("Surabaya", start));
        user("Sri Wahyuni", Role.MANAGER, jakarta, language, start);
        user("Hendra Gunawan", Role.MANAGER, surabaya, language, start);
        List<Rep> reps = new ArrayList<>();
        reps.add(rep("Ani Basuki", 1.35, jakarta, language, start));
        reps.add(rep("Budi Santoso", 1.0, jakarta, language, start));
        reps.add(rep("Citra Lestari", 1.15, jakarta, language, start));
        reps.add(rep("Daniel Fraser", 0.75, jakarta, language, start));
        reps.add(rep("Eko Prasetyo", 1.05, surabaya, language, start));
        reps.add(rep("Fitri Handayani", 0.95, surabaya, language, start));
        reps.add(rep("Gilang Ramadhan", 0.65, surabaya, language, start));
        reps.add(rep("Maya Kusuma", 1.2, surabaya, language, start));
        return reps;
    }

    private Rep rep(String name, double skill, Team team, Locale language, Instant start) {
        return new Rep(user(name, Role.REP, team, language, start), skill);
    }

    private long user(String name, Role role, Team team, Locale language, Instant start) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return users.saveAndFlush(new User(name, email, role, team.getId(), language, start))
                .id();
    }

    /** A rep and how good one is: 1 is average. */
    record Rep(long id, double skill) {}
}
