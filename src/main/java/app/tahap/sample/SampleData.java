package app.tahap.sample;

import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.TeamRepository;
import app.tahap.account.User;
import app.tahap.account.UserRepository;
import app.tahap.account.Workspace;
import app.tahap.account.WorkspaceRepository;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills a new workspace with a believable company: two teams, organisations, people, and a year of deals that end now. The
 * same seed and the same day make the same company.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SampleData {

    static final int DEALS = 480;

    private static final long SEED = 20_160;
    private static final Duration YEAR = Duration.ofDays(365);

    private final UserRepository users;
    private final TeamRepository teams;
    private final StageRepository stages;
    private final WorkspaceRepository workspaces;
    private final SampleContacts contacts;
    private final SampleDeals deals;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Clock clock;

    SampleData(
            UserRepository users,
            TeamRepository teams,
            StageRepository stages,
            WorkspaceRepository workspaces,
            SampleContacts contacts,
            SampleDeals deals,
            JdbcClient jdbc,
            EntityManager entities,
            Clock clock) {
        this.users = users;
        this.teams = teams;
        this.stages = stages;
        this.workspaces = workspaces;
        this.contacts = contacts;
        this.deals = deals;
        this.jdbc = jdbc;
        this.entities = entities;
        this.clock = clock;
    }

    /** Fills a pipeline that was made from a template; must run in the transaction of the set-up. */
    public void create(long administratorId, long pipelineId) {
        Random random = new Random(SEED);
        Instant start = clock.instant().minus(YEAR);
        Workspace workspace = workspaces.findTheOne().orElseThrow();
        Scale scale = Scale.of(workspace.getBaseCurrency());
        rates(scale, LocalDate.ofInstant(start, workspace.getTimeZone()));
        List<Stage> pipeline = stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipelineId);
        List<Rep> reps = reps(workspace.getLanguage(), start);
        List<SampleContacts.Customer> customers = contacts.create(random, start);
        SampleDeals.Company company = new SampleDeals.Company(
                pipeline, reps, customers, reasons("LOST"), reasons("DISQUALIFIED"), sources(), administratorId, scale);
        deals.create(company, DEALS, random, start, workspace.getTimeZone());
        entities.flush();
        entities.clear();
    }

    private List<Rep> reps(Locale language, Instant start) {
        Team jakarta = teams.saveAndFlush(new Team("Jakarta", start));
        Team surabaya = teams.saveAndFlush(new Team("Surabaya", start));
        user("Sri Wahyuni", Role.MANAGER, jakarta, language, start);
        user("Hendra Gunawan", Role.MANAGER, surabaya, language, start);
        List<Rep> reps = new ArrayList<>();
        reps.add(new Rep(user("Ani Basuki", Role.REP, jakarta, language, start), 1.25));
        reps.add(new Rep(user("Budi Santoso", Role.REP, jakarta, language, start), 1.0));
        reps.add(new Rep(user("Citra Lestari", Role.REP, jakarta, language, start), 1.1));
        reps.add(new Rep(user("Dewi Anggraini", Role.REP, jakarta, language, start), 0.8));
        reps.add(new Rep(user("Eko Prasetyo", Role.REP, surabaya, language, start), 1.05));
        reps.add(new Rep(user("Fitri Handayani", Role.REP, surabaya, language, start), 0.95));
        reps.add(new Rep(user("Gilang Ramadhan", Role.REP, surabaya, language, start), 0.7));
        reps.add(new Rep(user("Maya Kusuma", Role.REP, surabaya, language, start), 1.15));
        return reps;
    }

    /** Without a password: they cannot log in before they are invited. */
    private long user(String name, Role role, Team team, Locale language, Instant start) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return users.saveAndFlush(new User(name, email, role, team.getId(), language, start))
                .id();
    }

    private void rates(Scale scale, LocalDate day) {
        jdbc.sql("insert into exchange_rate (currency, valid_from, rate) values (:currency, :day, :rate)")
                .param("currency", scale.foreign())
                .param("day", day)
                .param("rate", scale.rate())
                .update();
    }

    private List<Long> reasons(String outcome) {
        return jdbc.sql("select id from outcome_reason where outcome = :outcome order by position")
                .param("outcome", outcome)
                .query(Long.class)
                .list();
    }

    private List<Long> sources() {
        return jdbc.sql("select id from lead_source order by position")
                .query(Long.class)
                .list();
    }

    /** A rep and how good one is: 1 is average. */
    record Rep(long id, double skill) {}

    /**
     * What usual amounts are in the base currency.
     *
     * @param unit what the smallest deals are rounded to
     */
    record Scale(String base, BigDecimal unit, String foreign, BigDecimal rate) {

        static Scale of(Currency base) {
            String code = base.getCurrencyCode();
            return switch (code) {
                case "IDR" -> new Scale(code, new BigDecimal("500000"), "USD", new BigDecimal("16250"));
                case "USD" -> new Scale(code, new BigDecimal("50"), "EUR", new BigDecimal("1.08"));
                default -> new Scale(code, new BigDecimal("50"), "USD", new BigDecimal("0.9"));
            };
        }
    }
}
