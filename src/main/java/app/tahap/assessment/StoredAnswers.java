package app.tahap.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads answers. */
@Repository
class StoredAnswers {

    private final JdbcClient jdbc;

    StoredAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredAnswer> find(long dealId, long wordingId) {
        return jdbc.sql("""
                        select a.text, a.choices as chosen, a.rating, a.version as answer_version, a.answered_at, u.name as author
                          from deal_answer a join users u on u.id = a.answered_by
                         where a.deal_id = :deal and a.wording_id = :wording
                        """)
                .param("deal", dealId)
                .param("wording", wordingId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Reads what a query calls {@code text, chosen, rating, answer_version, answered_at, author}. */
    static StoredAnswer read(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("answered_at");
        if (at == null) {
            return StoredAnswer.NONE;
        }
        List<Integer> chosen = Arrays.asList((Integer[]) row.getArray("chosen").getArray());
        return new StoredAnswer(
                new Answer(row.getString("text"), new TreeSet<>(chosen), row.getObject("rating", Integer.class)),
                row.getInt("answer_version"),
                row.getString("author"),
                at.toInstant());
    }
}
