package app.tahap.qualification;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the criteria of frameworks, and with them the scores of all deals that were asked by them. */
@Service
@Transactional
class CriterionService {

    private final Frameworks frameworks;
    private final Scores scores;
    private final JdbcClient jdbc;
    private final Clock clock;

    CriterionService(Frameworks frameworks, Scores scores, JdbcClient jdbc, Clock clock) {
        this.frameworks = frameworks;
        this.scores = scores;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a criterion below the others. */
    void add(long frameworkId, CriterionForm form) {
        scores.lock();
        described("""
                        insert into qualification_criterion
                            (framework_id, kind, name, hint, weight, words, essential, reason_id, position)
                        select :id, :kind, :name, :hint, :weight, :words, :essential, :reason, coalesce(max(position), 0) + 1
                          from qualification_criterion where framework_id = :id
                        """, frameworkId, form)
                .param(
                        "kind",
                        Objects.requireNonNullElse(form.kind(), AnswerKind.GENERAL)
                                .name())
                .update();
        scores.refreshAll(frameworkId);
    }

    void edit(long id, CriterionForm form) {
        Criterion before = lock(id);
        int changed = described("""
                        update qualification_criterion
                           set name = :name, hint = :hint, weight = :weight, words = :words, essential = :essential,
                               reason_id = :reason, version = version + 1
                         where id = :id and version = :version
                        """, id, form)
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Criterion " + id + " was changed meanwhile");
        }
        if (before.weight() != form.requiredWeight() || before.essential() != form.isEssential()) {
            scores.refreshAll(before.frameworkId());
        }
    }

    /** Puts a criterion directly below another one of those in use, or first where none is named. */
    void place(long id, @Nullable Long aboveId) {
        Criterion criterion = lock(id);
        List<Long> ids = new ArrayList<>(frameworks.criteria(criterion.frameworkId()).stream()
                .filter(other -> !other.archived() && other.id() != id)
                .map(Criterion::id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        jdbc.sql("""
                        update qualification_criterion c set position = o.position
                          from unnest(:ids) with ordinality as o (id, position) where c.id = o.id
                        """).param("ids", ids.toArray(Long[]::new)).update();
    }

    /** Asks it no more; the answers stay, and count again when it is restored. */
    void archive(long id) {
        archive(id, clock.instant().atOffset(ZoneOffset.UTC));
    }

    void restore(long id) {
        archive(id, null);
    }

    private void archive(long id, @Nullable OffsetDateTime at) {
        Criterion criterion = lock(id);
        jdbc.sql("update qualification_criterion set archived_at = :at where id = :id")
                .param("at", at, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
        scores.refreshAll(criterion.frameworkId());
    }

    private Criterion lock(long id) {
        scores.lock();
        return frameworks.criterion(id);
    }

    private JdbcClient.StatementSpec described(String sql, long id, CriterionForm form) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("name", form.requiredName())
                .param("hint", form.usedHint(), Types.VARCHAR)
                .param("weight", form.requiredWeight())
                .param("words", form.words())
                .param("essential", form.isEssential())
                .param("reason", form.reasonId(), Types.BIGINT);
    }
}
