package app.tahap.assessment;

import app.tahap.pipeline.FirstPipelineCreated;
import app.tahap.pipeline.Template;
import app.tahap.pipeline.TemplateApplied;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a pipeline with a stage for it asks at first, and the pains and needs with which a workspace begins. */
@Component
@Transactional
class QuestionTemplates {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final QuestionService service;
    private final Questions questions;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    QuestionTemplates(QuestionService service, Questions questions, JdbcClient jdbc, MessageSource messages) {
        this.service = service;
        this.questions = questions;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @EventListener
    public void begin(TemplateApplied created) {
        if (created.template().steps().contains(Template.Step.NEEDS)) {
            begin(created.pipelineId());
        }
    }

    @EventListener
    public void begin(FirstPipelineCreated created) {
        for (String kind : List.of("PAIN", "NEED")) {
            int position = 0;
            for (String label : split("assessment.template.list." + kind, created.language())) {
                jdbc.sql("insert into need (kind, label, position) values (:kind, :label, :position)")
                        .param("kind", kind)
                        .param("label", label)
                        .param("position", ++position)
                        .update();
            }
        }
    }

    /** Fills an empty set, in both languages. */
    void begin(long pipelineId) {
        service.lock(pipelineId);
        if (!questions.of(pipelineId).isEmpty()) {
            return;
        }
        for (Usual usual : Usual.values()) {
            String key = "assessment.template." + usual;
            List<Bilingual> choices = usual.kind.hasChoices() ? choices(key + ".choices") : List.of();
            service.add(
                    pipelineId, new Wording(usual.kind, text(key), text(key + ".help"), choices), usual.forProposal);
        }
    }

    private Bilingual text(String key) {
        return new Bilingual(
                messages.getMessage(key, null, Locale.ENGLISH), messages.getMessage(key, null, INDONESIAN));
    }

    private List<Bilingual> choices(String key) {
        List<String> english = split(key, Locale.ENGLISH);
        List<String> indonesian = split(key, INDONESIAN);
        List<Bilingual> choices = new ArrayList<>();
        for (int i = 0; i < english.size(); i++) {
            choices.add(new Bilingual(english.get(i), indonesian.get(i)));
        }
        return choices;
    }

    private List<String> split(String key, Locale language) {
        return List.of(messages.getMessage(key, null, language).split("\\|"));
    }

    /** From today's situation over what it costs to what would be worth what. */
    private enum Usual {
        TODAY(QuestionKind.OPEN, true),
        TROUBLE(QuestionKind.OPEN, true),
        COST(QuestionKind.OPEN, true),
        TRIED(QuestionKind.OPEN, false),
        GOAL(QuestionKind.OPEN, true),
        MATTERS(QuestionKind.MULTIPLE, false),
        URGENCY(QuestionKind.RATING, false),
        DECISION(QuestionKind.OPEN, false),
        WHEN(QuestionKind.SINGLE, false),
        OBSTACLE(QuestionKind.OPEN, false);

        private final QuestionKind kind;
        private final boolean forProposal;

        Usual(QuestionKind kind, boolean forProposal) {
            this.kind = kind;
            this.forProposal = forProposal;
        }
    }
}
