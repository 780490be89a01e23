package app.tahap.qualification;

import app.tahap.qualification.FrameworkTemplate.Part;
import app.tahap.web.RuleException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, names, archives and chooses frameworks. None is removed, since deals have answers to it. */
@Service
@Transactional
class FrameworkService {

    private final Frameworks frameworks;
    private final Scores scores;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    FrameworkService(Frameworks frameworks, Scores scores, JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.frameworks = frameworks;
        this.scores = scores;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** Makes a framework with the criteria of a template, in a language, and returns its id. */
    long add(String name, FrameworkTemplate template, Locale language) {
        long id = unique(name, () -> jdbc.sql(
                        "insert into qualification_framework (name, created_at) values (:name, :now) returning id")
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single());
        int position = 0;
        for (Part part : template.parts()) {
            add(id, template, part, ++position, language);
        }
        return id;
    }

    private void add(long frameworkId, FrameworkTemplate template, Part part, int position, Locale language) {
        String key = "qualification.template." + template + "." + part.key();
        Integer reason = part.reason();
        String label = reason == null
                ? null
                : messages.getMessage("pipeline.template.disqualified", null, language)
                        .split("\\|")[reason];
        jdbc.sql("""
                        insert into qualification_criterion
                            (framework_id, kind, name, hint, weight, words, essential, position, reason_id)
                        values (:framework, :kind, :name, :hint, :weight, :words, :essential, :position,
                                (select min(id) from outcome_reason
                                  where outcome = 'DISQUALIFIED' and archived_at is null and label = :label))
                        """)
                .param("framework", frameworkId)
                .param("kind", part.kind().name())
                .param("name", messages.getMessage(key, null, language))
                .param("hint", messages.getMessage(key + ".hint", null, language))
                .param("weight", part.weight())
                .param("words", words(part.kind(), language).toArray(String[]::new))
                .param("essential", part.essential())
                .param("position", position)
                .param("label", label, Types.VARCHAR)
                .update();
    }

    /** What the ratings of such a criterion are called at first. */
    List<String> words(AnswerKind kind, Locale language) {
        return List.of(messages.getMessage("qualification.words." + kind, null, language)
                .split("\\|"));
    }

    void edit(long id, FrameworkForm form) {
        frameworks.load(id);
        int changed = unique(form.requiredName(), () -> jdbc.sql("""
                        update qualification_framework
                           set name = :name, minimum_score = :minimum, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("name", form.requiredName())
                .param("minimum", form.minimum(), Types.SMALLINT)
                .param("id", id)
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update());
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Framework " + id + " was changed meanwhile");
        }
    }

    /** Takes a framework out of use that no pipeline has chosen. */
    void archive(long id) {
        scores.lock();
        Framework framework = frameworks.load(id);
        List<String> users = jdbc.sql("""
                        select p.name from pipeline p join qualification_choice c on c.pipeline_id = p.id
                         where c.framework_id = :id and p.archived_at is null order by p.position
                        """).param("id", id).query(String.class).list();
        if (!users.isEmpty()) {
            throw new RuleException("qualification.framework.used", framework.name(), String.join(", ", users));
        }
        jdbc.sql("update qualification_framework set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void restore(long id) {
        Framework framework = frameworks.load(id);
        unique(framework.name(), () -> jdbc.sql("update qualification_framework set archived_at = null where id = :id")
                .param("id", id)
                .update());
    }

    /**
     * Lets a pipeline's deals be asked by a framework; their scores follow.
     *
     * @param frameworkId null for none
     */
    void choose(long pipelineId, @Nullable Long frameworkId) {
        scores.lock();
        if (frameworkId == null) {
            jdbc.sql("delete from qualification_choice where pipeline_id = :pipeline")
                    .param("pipeline", pipelineId)
                    .update();
        } else {
            if (frameworks.load(frameworkId).archived()) {
                throw new RuleException("qualification.framework.archived");
            }
            jdbc.sql("""
                            insert into qualification_choice (pipeline_id, framework_id) values (:pipeline, :framework)
                                on conflict (pipeline_id) do update set framework_id = excluded.framework_id
                            """)
                    .param("pipeline", pipelineId)
                    .param("framework", frameworkId)
                    .update();
        }
        scores.refreshPipeline(pipelineId);
    }

    private static <T> T unique(String name, Supplier<T> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException taken) {
            throw new RuleException("qualification.name.taken", name);
        }
    }
}
