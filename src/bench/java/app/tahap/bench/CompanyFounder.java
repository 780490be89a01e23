package app.tahap.bench;

import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.TeamRepository;
import app.tahap.account.User;
import app.tahap.account.UserRepository;
import app.tahap.account.Workspace;
import app.tahap.account.WorkspaceRepository;
import app.tahap.bench.Company.Step;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.pipeline.Template;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the workspace, its people, organisations and rates, by the product's own means. */
final class CompanyFounder {

    private static final int MONTHS = 36;
    private static final int TEAMS = 4;
    private static final int REPS = 40;
    private static final int ORGANIZATIONS = 5_000;

    private final WorkspaceRepository workspaces;
    private final TeamRepository teams;
    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final PipelineTemplates templates;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final Instant start = now.minus(MONTHS * 31L, ChronoUnit.DAYS);

    CompanyFounder(
            WorkspaceRepository workspaces,
            TeamRepository teams,
            UserRepository users,
            PasswordEncoder passwords,
            PipelineTemplates templates,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.workspaces = workspaces;
        this.teams = teams;
        this.users = users;
        this.passwords = passwords;
        this.templates = templates;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Company found() {
        return Objects.requireNonNull(transactions.execute(status -> {
            workspaces.saveAndFlush(new Workspace(
                    "Bench", Currency.getInstance("USD"), ZoneId.of("Asia/Jakarta"), Locale.ENGLISH, start));
            administrator();
            List<Long> reps = reps();
            Pipeline pipeline = templates.createFirst(Template.SEVEN, Locale.ENGLISH);
            return new Company(
                    now,
                    pipeline.id(),
                    steps(pipeline),
                    reps,
                    organizations(),
                    ids("outcome_reason where outcome = 'LOST'"),
                    ids("outcome_reason where outcome = 'DISQUALIFIED'"),
                    ids("lead_source"),
                    rates());
        }));
    }

    private void administrator() {
        User administrator =
                new User("Bench", Settings.EMAIL, Role.ADMINISTRATOR, null, Locale.ENGLISH, start);
        administrator.changePasswordTo(Objects.requireNonNull(passwords.encode(Settings.PASSWORD)));
        users.saveAndFlush(administrator);
    }

    private List<Long> reps() {
        List<Long> reps = new ArrayList<>();
        for (int team = 1; team <= TEAMS; team++) {
            Team saved = teams.saveAndFlush(new Team("Team " + team, start));
            for (int member = 1; member <= REPS / TEAMS; member++) {
                String name = "Rep %d of team %d".formatted(member, team);
                String email = "rep%d.team%d@example.com".formatted(member, team);
                User rep = new User(name, email, Role.REP, saved.getId(), Locale.ENGLISH, start);
                reps.add(users.saveAndFlush(rep).id());
            }
        }
        return reps;
    }

    private List<Step> steps(Pipeline pipeline) {
        return jdbc.sql("select id, position, probability from stage where pipeline_id = :pipeline order by position")
                .param("pipeline", pipeline.id())
                .query(Step.class)
                .list();
    }

    private List<Long> organizations() {
        jdbc.sql("""
                        insert into organization (name, created_at)
                        select (array['Acme', 'Sinar', 'Maju', 'Globex', 'Bintang', 'Initech', 'Cahaya'])[1 + i % 7]
                               || ' ' || i, :at
                          from generate_series(1, :organizations) i
                        """)
                .param("at", Timestamp.from(start))
                .param("organizations", ORGANIZATIONS)
                .update();
        return ids("organization");
    }

    private List<Long> ids(String from) {
        return jdbc.sql("select id from %s order by id".formatted(from))
                .query(Long.class)
                .list();
    }

    private Map<String, NavigableMap<YearMonth, BigDecimal>> rates() {
        return Map.of(
                "USD",
                new TreeMap<>(Map.of(YearMonth.from(start.atOffset(ZoneOffset.UTC)), BigDecimal.ONE)),
                "EUR",
                rates("EUR", "1.08", "0.01"),
                "IDR",
                rates("IDR", "0.000062", "0.0000004"));
    }

    /** A rate that goes up one month and down the next. */
    private NavigableMap<YearMonth, BigDecimal> rates(String currency, String level, String step) {
        NavigableMap<YearMonth, BigDecimal> rates = new TreeMap<>();
        YearMonth first = YearMonth.from(start.atOffset(ZoneOffset.UTC));
        for (int month = 0; month <= MONTHS + 1; month++) {
            BigDecimal rate = new BigDecimal(level).add(new BigDecimal(step).multiply(BigDecimal.valueOf(month % 2)));
            rates.put(first.plusMonths(month), rate);
            jdbc.sql("insert into exchange_rate (currency, valid_from, rate) values (:currency, :day, :rate)")
                    .param("currency", currency)
                    .param("day", first.plusMonths(month).atDay(1))
                    .param("rate", rate)
                    .update();
        }
        return rates;
    }
}
