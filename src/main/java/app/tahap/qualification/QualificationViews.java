package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.deal.DealSql;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeReasons;
import app.tahap.web.Choice;
import app.tahap.web.NotFoundException;
import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how far a deal is qualified: five queries at the most. */
@Repository
class QualificationViews {

    private final Frameworks frameworks;
    private final Answers answers;
    private final OutcomeReasons reasons;
    private final JdbcClient jdbc;

    QualificationViews(Frameworks frameworks, Answers answers, OutcomeReasons reasons, JdbcClient jdbc) {
        this.frameworks = frameworks;
        this.answers = answers;
        this.reasons = reasons;
        this.jdbc = jdbc;
    }

    /** What the page of a deal's qualification says of the deal itself. */
    record Subject(
            long id,
            int version,
            String title,
            long pipelineId,
            long stageId,
            boolean open,
            String currency,
            @Nullable Long personId,
            @Nullable Long organizationId) {

        PanelDeal deal() {
            return new PanelDeal(id, version, pipelineId, stageId, open, false);
        }
    }

    /** A deal that the viewer may see and that is not deleted. */
    Subject subject(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("""
                        select d.id, d.version, d.title, d.pipeline_id, d.stage_id, d.outcome = 'OPEN' as open, d.currency,
                               d.person_id, d.organization_id
                          from deal d where d.id = :deal and d.deleted_at is null and %s
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("deal", dealId)
                .query(Subject.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }

    /** Empty where the deals of its pipeline are asked nothing. */
    Optional<QualificationView> of(PanelDeal deal) {
        List<Criterion> criteria = frameworks.ofPipeline(deal.pipelineId());
        if (criteria.isEmpty()) {
            return Optional.empty();
        }
        int weights = criteria.stream().mapToInt(Criterion::weight).sum();
        Map<Long, Answer> known = answers.of(deal.id());
        List<CriterionRow> rows = criteria.stream()
                .map(criterion -> CriterionRow.of(
                        criterion, known.getOrDefault(criterion.id(), Answer.none(criterion.id())), weights))
                .toList();
        return Optional.of(new QualificationView(
                deal.id(),
                deal.version(),
                !deal.deleted(),
                frameworks.load(criteria.get(0).frameworkId()).minimumScore(),
                rows,
                deal.open() ? reasons.choices(Outcome.DISQUALIFIED) : List.of(),
                proposed(rows),
                UUID.randomUUID()));
    }

    /** The reason of the weakest criterion, those that are essential before others. */
    private static @Nullable String proposed(List<CriterionRow> rows) {
        return rows.stream()
                .filter(row -> row.isRated() && row.criterion().reasonId() != null)
                .min(Comparator.comparing((CriterionRow row) -> row.answer().rating())
                        .thenComparing(row -> !row.criterion().essential())
                        .thenComparing(row -> -row.criterion().weight()))
                .map(row -> String.valueOf(row.criterion().reasonId()))
                .orElse(null);
    }

    /** The people who may have a say: those of the deal's organisation, the deal's own one, and who is named already. */
    List<Choice> people(Subject deal, @Nullable Long named) {
        return jdbc.sql("""
                        select id, name from person
                         where (deleted_at is null and (organization_id = :organization or id = :person)) or id = :named
                         order by lower(name), id limit 200
                        """)
                .param("organization", deal.organizationId(), Types.BIGINT)
                .param("person", deal.personId(), Types.BIGINT)
                .param("named", named, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("name")))
                .list();
    }
}
