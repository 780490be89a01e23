package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.assessment.AssessmentView.Former;
import app.tahap.assessment.AssessmentView.Item;
import app.tahap.deal.DealSql;
import app.tahap.deal.Outcome;
import app.tahap.web.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what deals are asked and have answered, each with three queries. */
@Repository
class Assessments {

    /** The wordings that are asked now and every other one that the deal has answered, the latest of a question first. */
    private static final String ANSWERS = """
            select w.*, q.id as question, asked.now as asked, q.for_proposal,
                   b.edition < w.edition and not coalesce(a.given, false) as fresh,
                   a.text, a.choices as chosen, a.rating, a.version as answer_version, a.answered_at, u.name as author,
                   coalesce(a.given, false) as given
              from deal d
              join question_wording w on true
              join question q on q.id = w.question_id
             cross join lateral (
                   select q.archived_at is null and q.pipeline_id = d.pipeline_id
                          and w.id = (select max(id) from question_wording where question_id = q.id) as now) asked
              left join deal_assessment b on b.deal_id = d.id and b.pipeline_id = q.pipeline_id
              left join deal_answer a on a.deal_id = d.id and a.wording_id = w.id
              left join users u on u.id = a.answered_by
             where d.id = :deal and (q.pipeline_id = d.pipeline_id or a.given) and (asked.now or a.given)
             order by not asked.now, q.position, q.id, w.id desc
            """;

    private final Wordings wordings;
    private final DealTags tags;
    private final JdbcClient jdbc;

    Assessments(Wordings wordings, DealTags tags, JdbcClient jdbc) {
        this.wordings = wordings;
        this.tags = tags;
        this.jdbc = jdbc;
    }

    /** Of a deal that the viewer may see, in the viewer's language. */
    AssessmentView load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        record Head(String title, Outcome outcome) {}
        Head head = jdbc.sql("select d.title, d.outcome from deal d where d.id = :deal and d.deleted_at is null and "
                        + visible.where())
                .params(visible.parameters())
                .param("deal", dealId)
                .query(Head.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
        return view(dealId, head.title(), head.outcome() == Outcome.OPEN, viewer.locale());
    }

    AssessmentView view(long dealId, String title, boolean active, Locale language) {
        List<Row> rows = rows(dealId);
        Map<Long, List<Former>> earlier = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.asked()).forEach(row -> earlier.computeIfAbsent(
                        row.question(), id -> new ArrayList<>())
                .add(row.former(language)));
        List<Item> asked = rows.stream()
                .filter(Row::asked)
                .map(row -> row.item(language, earlier.getOrDefault(row.question(), List.of())))
                .toList();
        rows.stream().filter(Row::asked).forEach(row -> earlier.remove(row.question()));
        List<Former> former = earlier.values().stream().flatMap(List::stream).toList();
        return new AssessmentView(dealId, title, active, asked, former, tags.of(dealId));
    }

    List<Row> rows(long dealId) {
        return jdbc.sql(ANSWERS)
                .param("deal", dealId)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getLong("question"),
                        row.getBoolean("asked"),
                        row.getBoolean("fresh"),
                        row.getBoolean("for_proposal"),
                        wordings.read(row),
                        StoredAnswers.read(row)))
                .list();
    }

    record Row(
            long wordingId,
            long question,
            boolean asked,
            boolean fresh,
            boolean forProposal,
            Wording wording,
            StoredAnswer stored) {

        Item item(Locale language, List<Former> earlier) {
            return new Item(
                    wordingId,
                    wording.text().in(language),
                    wording.help().in(language),
                    wording.kind(),
                    wording.choicesIn(language),
                    stored,
                    fresh,
                    earlier,
                    null);
        }

        Former former(Locale language) {
            return new Former(
                    wording.text().in(language), stored.answer().inWords(wording.choicesIn(language)), stored);
        }
    }
}
