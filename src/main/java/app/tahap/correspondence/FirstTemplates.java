package app.tahap.correspondence;

import app.tahap.correspondence.TemplateForm.Text;
import app.tahap.pipeline.PipelineCreated;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The templates with which a workspace begins, in all languages. */
@Component
class FirstTemplates {

    private static final List<String> NAMES = List.of("first", "follow", "proposal", "lost");

    private final MailTemplates templates;
    private final MessageSource messages;

    FirstTemplates(MailTemplates templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @EventListener
    void begin(PipelineCreated created) {
        if (templates.isEmpty()) {
            NAMES.forEach(name -> templates.create(say(name, "name", created.language()), null, null, texts(name)));
        }
    }

    private List<Text> texts(String name) {
        return Stream.of("en", "id")
                .map(language -> new Text(
                        language,
                        say(name, "subject", Locale.forLanguageTag(language)),
                        say(name, "body", Locale.forLanguageTag(language))))
                .toList();
    }

    private String say(String name, String part, Locale language) {
        return messages.getMessage("correspondence.first." + name + "." + part, null, language);
    }
}
