package app.tahap.deal;

import app.tahap.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The configured reasons for losing and disqualifying that can be chosen now. */
@Repository
public class OutcomeReasons {

    private final JdbcClient jdbc;

    OutcomeReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of an outcome, in their order. */
    public List<Choice> choices(Outcome outcome) {
        return jdbc.sql("""
                        select id, label from outcome_reason
                         where outcome = :outcome and archived_at is null
                         order by position, id
                        """)
                .param("outcome", outcome.name())
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }

    /** Whether a reason may be given with an outcome; null only with one that needs none. */
    public boolean mayBeChosen(@Nullable Long reasonId, Outcome outcome) {
        return reasonId == null
                ? !outcome.needsReason()
                : choices(outcome).stream().anyMatch(choice -> choice.value().equals(reasonId.toString()));
    }
}
