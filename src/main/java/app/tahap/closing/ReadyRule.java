package app.tahap.closing;

import app.tahap.web.Versions;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many signals make a deal ready to close, and since when deals are. */
@Repository
@Transactional
public class ReadyRule {

    static final int USUAL = 2;

    /** The moment of the tick that made the deal ready; null where it lacks signals. */
    private static final String SINCE = """
            (select t.ticked_at from deal_signal t where t.deal_id = d.id
              order by t.ticked_at, t.signal_id offset coalesce((select ready_at from closing_rule), %d) - 1 limit 1)
            """.formatted(USUAL);

    private final JdbcClient jdbc;

    ReadyRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    ReadyForm form() {
        return jdbc.sql("select ready_at, version from closing_rule")
                .query((row, number) -> new ReadyForm(Integer.toString(row.getInt("ready_at")), row.getInt("version")))
                .optional()
                .orElse(new ReadyForm(Integer.toString(USUAL), 0));
    }

    @Transactional(readOnly = true)
    int readyAt() {
        return Integer.parseInt(String.valueOf(form().readyAt()));
    }

    /** Changes the rule, and what follows from it for all deals. */
    void set(int readyAt, ReadyForm form) {
        jdbc.sql("insert into closing_rule (ready_at) values (:usual) on conflict do nothing")
                .param("usual", USUAL)
                .update();
        int version = jdbc.sql("select version from closing_rule for update")
                .query(Integer.class)
                .single();
        Versions.requireCurrent(ReadyRule.class, version, form.version());
        jdbc.sql("update closing_rule set ready_at = :readyAt, version = version + 1 where ready_at <> :readyAt")
                .param("readyAt", readyAt)
                .update();
        followAll();
    }

    /** After the rule, or the signals of many deals were changed. */
    public void followAll() {
        jdbc.sql("update deal d set ready_since = " + SINCE + " where d.id in (select deal_id from deal_signal)")
                .update();
    }

    /** As {@link #follow(long)} for several deals. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Collection<Long> dealIds) {
        jdbc.sql("update deal d set ready_since = " + SINCE + " where d.id = any(:deals)")
                .param("deals", dealIds.toArray(Long[]::new))
                .update();
    }

    /** After the signals of a deal were changed; counts for no version of the deal. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(long dealId) {
        jdbc.sql("update deal d set ready_since = " + SINCE + " where d.id = :deal")
                .param("deal", dealId)
                .update();
    }
}
