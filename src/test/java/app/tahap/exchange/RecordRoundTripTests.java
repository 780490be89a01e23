package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Viewer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was exported of records comes back as it was, whichever language the one and the other is done in. */
class RecordRoundTripTests extends RecordScene {

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsObjectionsBack(String exported, String imported) {
        jdbc.sql("""
                        insert into objection (deal_id, type_id, stage_id, words, answer, outcome, author_id, raised_at, decided_at)
                        select d.deal, (select min(id) from objection_type) + d.type, s.id, d.words, d.answer, d.outcome, u.id,
                               d.raised::timestamptz, d.decided::timestamptz
                          from (values (:laptops, 0, E'Too dear; by "half"\n, really', '+62 pays for itself', 'RESOLVED',
                                        '2026-05-01 09:30:45+07', '2026-05-02 10:00:00+07'),
                                       (:laptops, 0, 'Too dear', null, 'OPEN', '2026-05-03 09:30:00+07', null),
                                       (:formula, 1, '=1+1', 'They got it', 'CONCEDED', '2026-05-03 09:30:00+07',
                                        '2026-05-03 09:30:00+07')) d (deal, type, words, answer, outcome, raised, decided),
                               stage s, users u
                         where s.id = :stage and u.name = 'Ani'
                        """)
                .param("laptops", laptops)
                .param("formula", formula)
                .param("stage", stages.get(3).id())
                .update();

        comesBack("objections", "/objections.csv", "objection", exported, imported);
    }

    private void comesBack(String kind, String address, String table, String exported, String imported) {
        Viewer writer = speaking(exported, admin);
        String file = get(address, writer);
        List<String> before = withoutIds(file);
        int records = count(table);
        assertThat(records).isPositive();
        jdbc.sql("delete from " + table).update();

        String counts = bringIn(kind, file, speaking(imported, admin));

        assertThat(counts).isEqualTo("%d new, 0 there, 0 refused".formatted(records));
        assertThat(withoutIds(get(address, speaking(exported, admin)))).isEqualTo(before);
        assertThat(bringIn(kind, file, speaking(imported, admin)))
                .isEqualTo("0 new, %d there, 0 refused".formatted(records));
    }
}
