package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the answers of many deals. */
@Repository
class AnswerList {

    private final JdbcClient jdbc;
    private final Wordings wordings;
    private final Clock clock;

    AnswerList(JdbcClient jdbc, Wordings wordings, Clock clock) {
        this.jdbc = jdbc;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** @param dealId the one deal whose answers are wanted; null for all that the criteria describe */
    @Transactional(readOnly = true)
    void forEach(DealCriteria criteria, @Nullable Long dealId, Viewer viewer, Consumer<Row> reader) {
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        try (Stream<Row> rows = jdbc
                .sql("""
                        select d.id as deal_id, d.title, o.name as organization, w.*, a.text, a.choices as chosen, a.rating,
                               a.version as answer_version, a.answered_at, u.name as author
                          from deal d
                          join stage s on s.id = d.stage_id
                          left join stage_pace p on p.stage_id = d.stage_id
                          left join rates_on(:today) r on r.currency = d.currency
                          left join organization o on o.id = d.organization_id
                          join deal_answer a on a.deal_id = d.id and a.given
                          join question_wording w on w.id = a.wording_id
                          join question q on q.id = w.question_id
                          join users u on u.id = a.answered_by
                         where %s and (d.id = :deal or :deal is null)
                         order by d.id desc, q.position, q.id, w.id
                        """.formatted(filter.where()))
                .params(filter.parameters())
                .param("deal", dealId, Types.BIGINT)
                .param("today", viewer.today(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> map(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    private Row map(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("deal_id"),
                row.getString("title"),
                row.getString("organization"),
                wordings.read(row),
                StoredAnswers.read(row));
    }

    record Row(long dealId, String deal, @Nullable String organization, Wording wording, StoredAnswer stored) {}
}
