package app.tahap.setup;

import app.tahap.account.Role;
import app.tahap.account.User;
import app.tahap.account.UserRepository;
import app.tahap.account.Workspace;
import app.tahap.account.WorkspaceRepository;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.sample.SampleData;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SetupService {

    private final WorkspaceRepository workspaces;
    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final PipelineTemplates templates;
    private final SampleData sampleData;
    private final JdbcClient jdbc;
    private final Clock clock;

    SetupService(
            WorkspaceRepository workspaces,
            UserRepository users,
            PasswordEncoder passwords,
            PipelineTemplates templates,
            SampleData sampleData,
            JdbcClient jdbc,
            Clock clock) {
        this.workspaces = workspaces;
        this.users = users;
        this.passwords = passwords;
        this.templates = templates;
        this.sampleData = sampleData;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes everything or nothing; of two at once, the second waits and is then refused. */
    @Transactional
    long setUp(SetupForm form) {
        jdbc.sql("lock table workspace in exclusive mode").update();
        if (workspaces.findTheOne().isPresent()) {
            throw new RuleException("setup.done");
        }
        Instant now = clock.instant();
        Locale language = Locale.forLanguageTag(Objects.requireNonNull(form.language()));
        workspaces.saveAndFlush(new Workspace(
                Objects.requireNonNull(form.workspace()).strip(),
                Objects.requireNonNull(form.currency()),
                Objects.requireNonNull(form.zone()),
                language,
                now));
        User administrator = new User(
                Objects.requireNonNull(form.name()).strip(),
                Objects.requireNonNull(form.email()).strip(),
                Role.ADMINISTRATOR,
                null,
                language,
                now);
        administrator.changePasswordTo(
                Objects.requireNonNull(passwords.encode(Objects.requireNonNull(form.password()))));
        users.saveAndFlush(administrator);
        Pipeline pipeline = templates.createFirst(Objects.requireNonNull(form.template()), language);
        if (form.wantsSampleData()) {
            sampleData.create(administrator.id(), pipeline.id());
        }
        return administrator.id();
    }
}
