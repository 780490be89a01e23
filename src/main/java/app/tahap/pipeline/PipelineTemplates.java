package app.tahap.pipeline;

import app.tahap.pipeline.Template.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes pipelines from templates, with guidance in both languages and advice on when to go on, and the lists that a new workspace starts with. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PipelineTemplates {

    private static final List<String> LANGUAGES = List.of("en", "id");

    private final PipelineRepository pipelines;
    private final StageRepository stages;
    private final Guidance guidance;
    private final StageTools tools;
    private final StageCriteria criteria;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PipelineTemplates(
            PipelineRepository pipelines,
            StageRepository stages,
            Guidance guidance,
            StageTools tools,
            StageCriteria criteria,
            JdbcClient jdbc,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pipelines = pipelines;
        this.stages = stages;
        this.guidance = guidance;
        this.tools = tools;
        this.criteria = criteria;
        this.jdbc = jdbc;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** A pipeline with the template's stages, named in a language. */
    public Pipeline create(String name, Template template, Locale language) {
        Instant now = clock.instant();
        Pipeline pipeline = add(name, now, language);
        int position = 0;
        for (Step step : template.steps()) {
            String stageName = messages.getMessage("pipeline.template.stage." + step, null, language);
            Stage stage = stages.saveAndFlush(
                    new Stage(pipeline, stageName, position += StageOrder.GAP, step.probability(), null, now));
            LANGUAGES.forEach(code -> guidance.write(stage.id(), code, text(step, code)));
            tools.set(stage.id(), step.tools());
            advise(stage.id(), step, language);
        }
        events.publishEvent(new TemplateApplied(pipeline.id(), template));
        return pipeline;
    }

    private void advise(long stageId, Step step, Locale language) {
        step.advised().forEach(kind -> criteria.add(stageId, kind, null, null, Need.ADVISED));
        for (String item : messages.getMessage("pipeline.template.items." + step, null, language)
                .split("\\|")) {
            criteria.add(stageId, CriterionKind.CHECKLIST, null, item.strip(), Need.ADVISED);
        }
    }

    /** A pipeline of one stage, for those who shape it themselves. */
    Pipeline createPlain(String name, Locale language) {
        Instant now = clock.instant();
        Pipeline pipeline = add(name, now, language);
        String stageName = messages.getMessage("pipeline.template.stage.FIRST", null, language);
        stages.save(new Stage(pipeline, stageName, StageOrder.GAP, Step.PROSPECTING.probability(), null, now));
        return pipeline;
    }

    /** The first pipeline of a workspace, with reasons for losing and disqualifying, and lead sources. */
    public Pipeline createFirst(Template template, Locale language) {
        add("outcome_reason (outcome, label, position) values ('LOST', :label, :position)", "lost", language);
        add(
                "outcome_reason (outcome, label, position) values ('DISQUALIFIED', :label, :position)",
                "disqualified",
                language);
        add("lead_source (label, position) values (:label, :position)", "sources", language);
        add("objection_type (label, position) values (:label, :position)", "objections", language);
        Pipeline first = create(messages.getMessage("pipeline.template.name", null, language), template, language);
        events.publishEvent(new FirstPipelineCreated(first.id(), language));
        return first;
    }

    private Pipeline add(String name, Instant now, Locale language) {
        Pipeline pipeline = pipelines.saveAndFlush(new Pipeline(name, (int) pipelines.count() + 1, now));
        events.publishEvent(new PipelineCreated(pipeline.id(), language));
        return pipeline;
    }

    private void add(String into, String list, Locale language) {
        int position = 0;
        for (String label :
                messages.getMessage("pipeline.template." + list, null, language).split("\\|")) {
            jdbc.sql("insert into " + into)
                    .param("label", label.strip())
                    .param("position", ++position)
                    .update();
        }
    }

    private static String text(Step step, String language) {
        String file = "guidance/%s_%s.md".formatted(step.name().toLowerCase(Locale.ROOT), language);
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
