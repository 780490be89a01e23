package app.tahap.qualification;

import app.tahap.account.WorkspaceRepository;
import app.tahap.pipeline.PipelineCreated;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets every pipeline begin with BANT: a new one with the first framework in use, and those of a workspace that is older
 * than qualification at the next start.
 */
@Component
@Transactional
class FirstFramework {

    private final FrameworkService frameworks;
    private final WorkspaceRepository workspaces;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    FirstFramework(
            FrameworkService frameworks, WorkspaceRepository workspaces, MessageSource messages, JdbcClient jdbc) {
        this.frameworks = frameworks;
        this.workspaces = workspaces;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @EventListener
    public void chooseFor(PipelineCreated created) {
        if (begin(created.language())) {
            return;
        }
        jdbc.sql("""
                        insert into qualification_choice (pipeline_id, framework_id)
                        select :pipeline, id from qualification_framework where archived_at is null order by id limit 1
                        """).param("pipeline", created.pipelineId()).update();
    }

    @EventListener(ApplicationReadyEvent.class)
    public void chooseForOlderPipelines() {
        workspaces.findTheOne().ifPresent(workspace -> begin(workspace.getLanguage()));
    }

    /** Whether this was the first time; of several replicas that start at once, one does it. */
    private boolean begin(Locale language) {
        int first = jdbc.sql("""
                        insert into qualification_settings (quiet_reason_id)
                        select min(id) from outcome_reason where outcome = 'LOST' and label = :label
                            on conflict do nothing
                        """).param("label", lostContact(language)).update();
        if (first == 0) {
            return false;
        }
        long id = frameworks.add(FrameworkTemplate.BANT.name(), FrameworkTemplate.BANT, language);
        jdbc.sql("insert into qualification_choice (pipeline_id, framework_id) select id, :framework from pipeline")
                .param("framework", id)
                .update();
        return true;
    }

    /** The last of the reasons for losing that a new workspace has. */
    private @Nullable String lostContact(Locale language) {
        String[] lost =
                messages.getMessage("pipeline.template.lost", null, language).split("\\|");
        return lost[lost.length - 1];
    }
}
