package app.tahap.qualification;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.account.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Answers criteria as people do, and tells what the database then holds. */
record QualificationScene(MockMvcTester mvc, JdbcClient jdbc) {

    long criterion(String name) {
        return jdbc.sql("select max(id) from qualification_criterion where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    long framework(String name) {
        return jdbc.sql("select max(id) from qualification_framework where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** @param more names and values of further fields */
    MvcTestResult rate(Viewer viewer, long deal, String criterion, String rating, int version, String... more) {
        var request = mvc.post()
                .uri("/deals/{deal}/qualification/{criterion}", deal, criterion(criterion))
                .with(as(viewer))
                .with(csrf())
                .param("rating", rating)
                .param("version", Integer.toString(version));
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return request.exchange();
    }

    @Nullable Integer score(long deal) {
        return jdbc.sql("select score from deal where id = :deal")
                .param("deal", deal)
                .query((row, number) -> row.getObject(1, Integer.class))
                .optional()
                .orElse(null);
    }

    int answers() {
        return jdbc.sql("select count(*) from qualification_answer")
                .query(Integer.class)
                .single();
    }

    int entries() {
        return jdbc.sql("select count(*) from deal_journal where message like 'qualification.%'")
                .query(Integer.class)
                .single();
    }
}
