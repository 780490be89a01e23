package app.tahap;

import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.TeamRepository;
import app.tahap.account.User;
import app.tahap.account.UserRepository;
import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.account.Visibility;
import app.tahap.account.Workspace;
import app.tahap.account.WorkspaceRepository;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealService;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.pipeline.Template;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Makes what tests begin with: a workspace in Jakarta whose base currency is the US dollar, people, stages, deals. */
@TestConfiguration(proxyBeanMethods = false)
public class Fixtures {

    public static final String PASSWORD = "correct horse battery";

    /** In one statement, since there are many tables; triggers and references are asleep meanwhile. */
    private static final String CLEARING = """
            do $$
            declare emptied regclass;
            begin
                set local session_replication_role = replica;
                for emptied in %s loop
                    execute 'delete from ' || emptied;
                end loop;
            end $$
            """;

    private static final String ALL_TABLES = """
            select oid from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
            """;

    /** Pipelines, what refers to them, what refers to that, and so on. */
    private static final String TABLES_OF_DEALS = """
            with recursive of_deals (id) as (
                values ('pipeline'::regclass::oid)
                union
                select c.conrelid from pg_constraint c join of_deals on c.confrelid = of_deals.id where c.contype = 'f')
            select id from of_deals union select 'exchange_rate'::regclass
            """;

    private final JdbcClient jdbc;
    private final WorkspaceRepository workspaces;
    private final UserRepository users;
    private final TeamRepository teams;
    private final Viewers viewers;
    private final PipelineTemplates templates;
    private final StageRepository stages;
    private final DealService deals;
    private final Supplier<String> passwordHash;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Fixtures(
            JdbcClient jdbc,
            WorkspaceRepository workspaces,
            UserRepository users,
            TeamRepository teams,
            Viewers viewers,
            PipelineTemplates templates,
            StageRepository stages,
            DealService deals,
            PasswordEncoder passwords,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.users = users;
        this.teams = teams;
        this.viewers = viewers;
        this.templates = templates;
        this.stages = stages;
        this.deals = deals;
        this.passwordHash = SingletonSupplier.of(() -> Objects.requireNonNull(passwords.encode(PASSWORD)));
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empties the database; only here is the log's guard lifted. */
    public void clear() {
        if (clock instanceof TestClock.Turnable turnable) {
            turnable.reset();
        }
        transactions.executeWithoutResult(
                status -> jdbc.sql(CLEARING.formatted(ALL_TABLES)).update());
    }

    /** Forgets deals, with their pipelines, and keeps people. */
    public void clearDeals() {
        if (clock instanceof TestClock.Turnable turnable) {
            turnable.reset();
        }
        transactions.executeWithoutResult(
                status -> jdbc.sql(CLEARING.formatted(TABLES_OF_DEALS)).update());
    }

    /** An empty workspace with the seven stages. */
    public Pipeline workspace() {
        clear();
        return Objects.requireNonNull(transactions.execute(status -> {
            workspaces.save(new Workspace(
                    "Nusantara",
                    Currency.getInstance("USD"),
                    ZoneId.of("Asia/Jakarta"),
                    Locale.ENGLISH,
                    clock.instant()));
            return templates.createFirst(Template.SEVEN, Locale.ENGLISH);
        }));
    }

    public void letRepsSee(Visibility visibility) {
        transactions.executeWithoutResult(
                status -> workspaces.findTheOne().orElseThrow().show(visibility, Visibility.EVERYONE));
    }

    public Team team(String name) {
        return teams.save(new Team(name, clock.instant()));
    }

    public Viewer user(String name, Role role) {
        return user(name, role, null);
    }

    public Viewer user(String name, Role role, @Nullable Team team) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        User user = new User(name, email, role, team == null ? null : team.getId(), Locale.ENGLISH, clock.instant());
        user.changePasswordTo(passwordHash.get());
        return viewer(users.save(user).id());
    }

    /** The viewer as the next request would load it. */
    public Viewer viewer(long userId) {
        return viewers.find(userId).orElseThrow();
    }

    public List<Stage> stages(Pipeline pipeline) {
        return stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipeline.id());
    }

    public Stage stage(long id) {
        return stages.findById(id).orElseThrow();
    }

    public long deal(String title, Stage stage, Viewer owner) {
        return deal(title, stage, owner, new BigDecimal("1000"), "USD");
    }

    public long deal(String title, Stage stage, Viewer owner, @Nullable BigDecimal amount, String currency) {
        DealFacts facts = new DealFacts(title, amount, currency, null, owner.id(), null, null, null);
        return deals.create(facts, stage.id(), null, owner);
    }

    public long organization(String name) {
        return jdbc.sql("insert into organization (name, created_at) values (:name, now()) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    public int version(long dealId) {
        return jdbc.sql("select version from deal where id = :id")
                .param("id", dealId)
                .query(Integer.class)
                .single();
    }

    public long reason(String outcome) {
        return jdbc.sql("select min(id) from outcome_reason where outcome = :outcome")
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }

    /**
     * Lets two changes meet: the second begins while the first is done but not yet committed, which is once the second
     * waits for it, or has not had to.
     */
    public <T> T meanwhile(Runnable first, Supplier<T> second) {
        CompletableFuture<T> other = Objects.requireNonNull(transactions.execute(status -> {
            first.run();
            CompletableFuture<T> begun = CompletableFuture.supplyAsync(second);
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> begun.isDone() || isSomebodyWaiting());
            return begun;
        }));
        return other.join();
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    /** Logs a user in for a request. */
    public static RequestPostProcessor as(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors.user(Long.toString(viewer.id()));
    }
}
