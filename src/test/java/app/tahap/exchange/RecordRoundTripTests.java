package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsTermsBack(String exported, String imported) {
        jdbc.sql("""
                        insert into negotiation_term (deal_id, title, wanted, offered, status, deadline, reminding, author_id,
                                                      created_at, decided_at)
                        select t.deal, t.title, t.wanted, t.offered, t.status, t.deadline::date, false, u.id,
                               t.created::timestamptz, t.decided::timestamptz
                          from (values (:laptops, 'Payment', '60 days', E'30 days;\n"net"', 'OPEN', '2026-12-31',
                                        '2026-05-01 09:30:45+07', null),
                                       (:laptops, 'Payment', '90 days', null, 'REFUSED', null, '2026-05-01 09:30:45+07',
                                        '2026-05-02 09:30:00+07'),
                                       (:formula, '=1+1', null, '-1', 'AGREED', '2026-01-01', '2026-05-01 09:30:45+07',
                                        '2026-05-02 09:30:00+07')) t (deal, title, wanted, offered, status, deadline, created,
                                                                      decided),
                               users u
                         where u.name = 'Ani'
                        """).param("laptops", laptops).param("formula", formula).update();

        comesBack("terms", "/terms.csv", "negotiation_term", exported, imported);

        assertThat(planned()).as("of the only one that is open and to come").containsExactly("Payment 2026-12-31 Ani");
    }

    @Test
    void remindsOfDeadlinesThatAreStillToCome() {
        Viewer budi = fixtures.user("Budi", Role.REP);
        fixtures.deal("His", stages.get(0), budi);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", budi.id())
                .update();
        String activities = "Deal,Kind,Subject,Due\nFifty laptops,Task,Deadline: Brought along,2026-06-01\n";
        String terms = """
                Deal,Term,Status,Deadline
                Fifty laptops,Today,Open,2026-05-20
                Fifty laptops,Yesterday,Open,2026-05-19
                Fifty laptops,Agreed,Agreed,2026-06-01
                Fifty laptops,Whenever,Open,
                Fifty laptops,Brought along,Open,2026-06-01
                His,To come,Open,2026-06-02
                """;
        bringIn("activities", activities, admin);

        assertThat(bringIn("terms", terms, admin)).isEqualTo("6 new, 0 there, 0 refused");

        assertThat(planned())
                .containsExactly(
                        "Brought along 2026-06-01 Ani", "To come 2026-06-02 Sri Wahyuni", "Today 2026-05-20 Ani");
        assertThat(jdbc.sql("select title from negotiation_term where reminding and activity_id is not null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("Brought along", "To come", "Today");
        assertThat(bringIn("activities", activities, admin)).isEqualTo("0 new, 1 there, 0 refused");
        assertThat(List.of(count("notification"), count("mail"))).containsOnly(0);
    }

    private List<String> planned() {
        return jdbc.sql("""
                        select regexp_replace(a.subject, '^[^:]*: ', '') || ' ' || a.due_on || ' ' || u.name
                          from activity a join users u on u.id = a.assignee_id where a.deleted_at is null order by 1
                        """).query(String.class).list();
    }

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsActivitiesBackWithWhatFollowsFromThem(String exported, String imported) {
        jdbc.sql("""
                        insert into activity (deal_id, kind_id, subject, due_on, due_time, minutes, assignee_id, done_at, done_by,
                                              outcome, created_at, scheduled_at, changed_at)
                        select a.deal, k.id, a.subject, a.due::date, a.time::time, a.minutes, u.id, a.done::timestamptz,
                               case when a.done is not null then (select min(id) from users) end, a.outcome, now(), now(), now()
                          from (values (:laptops, 'Call', '=Ask, "them"', '2026-05-19', '14:30', 90, null, null),
                                       (:laptops, 'Meeting', 'Ask them', '2026-06-02', null, null, null, null),
                                       (:laptops, 'Call', 'Ask them', '2026-05-02', null, null, '2026-05-02 09:30+07', 'Yes; maybe'),
                                       (:laptops, 'Call', 'Ask them', '2026-05-02', null, null, '2026-05-02 16:00+07', null))
                               a (deal, kind, subject, due, time, minutes, done, outcome)
                          join activity_kind k on k.label = a.kind
                          join users u on u.name = 'Ani'
                        """).param("laptops", laptops).update();

        comesBack("activities", "/activities.csv", "activity", exported, imported);

        assertThat(jdbc.sql(
                                "select next_step || ' ' || next_step_due || ' ' || next_step_time from deal where id = :id")
                        .param("id", laptops)
                        .query(String.class)
                        .single())
                .isEqualTo("=Ask, \"them\" 2026-05-19 14:30:00");
        assertThat(get("/deals/" + laptops, speaking("en", ani)))
                .contains(
                        "Sri Wahyuni imported activities from told.csv: 4", "has done: Ask them (Call)", "Yes; maybe");
    }

    @ParameterizedTest
    @CsvSource({"en, id", "id, en"})
    void bringsAnswersBack(String exported, String imported) {
        question("OPEN", "What; is slow?", "Apa yang lambat?", "[]", "E'=All;\\n\"really\"', '{}', null");
        question("RATING", "How bad?", null, "[]", "null, '{}', 4");
        question("SINGLE", null, "Kapan?", """
                [{"english": "Now", "indonesian": "Sekarang"}, {"english": "Later", "indonesian": "Nanti"}]""", "null, '{1}', null");
        question("MULTIPLE", "Who?", "Siapa?", """
                [{"english": "We", "indonesian": null}, {"english": "We, and you", "indonesian": "Kami, dan Anda"},
                 {"english": "They", "indonesian": "Mereka"}]""", "null, '{0,1,2}', null");
        jdbc.sql("""
                        insert into question_wording (question_id, edition, kind, english)
                        select id, 2, 'RATING', 'How very bad?' from question where position = 2
                        """).update();

        comesBack("answers", "/answers.csv", "deal_answer", exported, imported);
    }

    private void question(
            String kind, @Nullable String english, @Nullable String indonesian, String choices, String answer) {
        jdbc.sql("insert into question_set (pipeline_id) values (:pipeline) on conflict do nothing")
                .param("pipeline", pipeline.id())
                .update();
        jdbc.sql("""
                        with q as (insert into question (pipeline_id, position, for_proposal)
                                   select :pipeline, count(*) + 1, false from question returning id),
                             w as (insert into question_wording (question_id, edition, kind, english, indonesian, choices)
                                   select id, 1, :kind, :english::text, :indonesian::text, :choices::jsonb from q returning id)
                        insert into deal_answer (deal_id, wording_id, text, choices, rating, answered_by, answered_at)
                        select :deal, w.id, %s, u.id, '2026-05-02 00:00+07' from w, users u where u.name = 'Ani'
                        """.formatted(answer))
                .param("pipeline", pipeline.id())
                .param("kind", kind)
                .param("english", english, Types.VARCHAR)
                .param("indonesian", indonesian, Types.VARCHAR)
                .param("choices", choices)
                .param("deal", laptops)
                .update();
    }

    @Test
    void refusesWhatActivitiesCannotHold() {
        Viewer lina = fixtures.user("Lina", Role.REP);
        fixtures.letRepsSee(Visibility.OWN);
        String file = """
                Deal,Kind,Subject,Who,Due,Time,Duration,Done,What came of it
                Fifty laptops,Dance,a,,2026-06-01,,,,
                Fifty laptops,Call,b,,,,,,
                Fifty laptops,Call,c,,2026-06-01,25:00,0,,
                Fifty laptops,Call,d,,2026-06-01,,,,Yes
                Fifty laptops,Call,e,Lina,2026-06-01,2:15 PM,30,,
                Fifty laptops,call,f,lina@example.com,,,,2026-05-19 11:00,No
                """;

        long id = check("activities", file, admin);

        assertThat(counts(id, admin)).isEqualTo("2 new, 0 there, 4 refused");
        assertThat(page(id, admin)).contains("One activity is for somebody who");
        assertThat(get("/imports/" + id + "/refused.csv", admin))
                .containsPattern("\n2,[^\n]*“Dance” is not one of the kinds of activities. Known are: Call,")
                .containsPattern("\n3,[^\n]*no day on which it is due")
                .containsPattern("\n4,[^\n]*“25:00” is not a time of day[^\n]*“0” is not a number of minutes")
                .containsPattern("\n5,[^\n]*not when it was done");
        run(id, admin);
        assertThat(jdbc.sql("""
                        select concat_ws(' ', a.subject, u.name, a.due_on, a.due_time, a.minutes, b.name, a.outcome) from activity a
                          join users u on u.id = a.assignee_id left join users b on b.id = a.done_by order by a.subject
                        """).query(String.class).list())
                .containsExactly("e Ani 2026-06-01 14:15:00 30", "f Lina 2026-05-19 Lina No");
    }

    @Test
    void refusesWhatQuestionsCannotBeAnsweredBy() {
        question("RATING", "How bad?", null, "[]", "null, '{}', null");
        question("SINGLE", "When?", null, "[{\"english\": \"Now\"}, {\"english\": \"Later\"}]", "null, '{1}', null");
        String file = """
                ID,Title,Question,Answer
                %1$d,Fifty laptops,Where?,Here
                %1$d,Fifty laptops,How bad?,6
                %1$d,Fifty laptops,When?,Never
                %1$d,Fifty laptops,how  bad?,5/5
                %1$d,Fifty laptops,When?,Now
                """.formatted(laptops);

        long id = check("answers", file, admin);

        assertThat(counts(id, admin)).isEqualTo("1 new, 1 there, 3 refused");
        assertThat(get("/imports/" + id + "/refused.csv", admin))
                .containsPattern("\n2,[^\n]*no question “Where\\?”")
                .containsPattern("\n3,[^\n]*“6” is not a rating")
                .containsPattern("\n4,[^\n]*“Never” is not one of the choices: Now, Later");
        run(id, admin);
        assertThat(jdbc.sql("select rating from deal_answer where rating is not null")
                        .query(Integer.class)
                        .list())
                .as("an answer that was taken away gives way")
                .containsExactly(5);
    }
}
