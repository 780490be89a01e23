package app.tahap.closing;

import app.tahap.pipeline.FirstPipelineCreated;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The signals with which a workspace begins. */
@Component
class SignalTemplates {

    private final JdbcClient jdbc;
    private final MessageSource messages;

    SignalTemplates(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(FirstPipelineCreated created) {
        int position = 0;
        for (String label : messages.getMessage("closing.template.signals", null, created.language())
                .split("\\|")) {
            jdbc.sql("insert into closing_signal (label, position) values (:label, :position)")
                    .param("label", label)
                    .param("position", ++position)
                    .update();
        }
    }
}
