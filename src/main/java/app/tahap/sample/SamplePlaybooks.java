package app.tahap.sample;

import app.tahap.playbook.PlaybookExamples;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Switches playbooks on once the sample company's past is told. */
@Component
class SamplePlaybooks {

    private final PlaybookExamples playbooks;
    private final JdbcClient jdbc;

    SamplePlaybooks(PlaybookExamples playbooks, JdbcClient jdbc) {
        this.playbooks = playbooks;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(SampleDataCreated created) {
        String language =
                jdbc.sql("select language from workspace").query(String.class).single();
        playbooks.create(created.pipelineId(), Locale.forLanguageTag(language));
    }
}
