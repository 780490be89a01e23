package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator brings in files of records that belong to two deals of Ani's, one of which is called like a formula. */
@DatabaseTest
abstract class RecordScene {

    static final String TITLE = "=1+1; \"a\", b";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportFixtures imports;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer admin;
    Viewer ani;
    long laptops;
    long formula;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        admin = fixtures.user("Sri Wahyuni", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani", Role.REP);
        laptops = fixtures.deal("Fifty laptops", stages.get(5), ani);
        formula = fixtures.deal(TITLE, stages.get(2), ani);
    }

    Viewer speaking(String language, Viewer viewer) {
        jdbc.sql("update users set language = :language where id = :id")
                .param("language", language)
                .param("id", viewer.id())
                .update();
        return fixtures.viewer(viewer.id());
    }

    MvcTestResult upload(String kind, String file, Viewer viewer) {
        return mvc.perform(multipart("/imports/records")
                .file(new MockMultipartFile("file", "told.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .param("kind", kind)
                .with(as(viewer))
                .with(csrf()));
    }

    /** Takes a file as far as to the preview, and returns the import's id. */
    long check(String kind, String file, Viewer viewer) {
        MvcTestResult uploaded = upload(kind, file, viewer);
        assertThat(uploaded).hasStatus3xxRedirection();
        String address = Objects.requireNonNull(uploaded.getResponse().getRedirectedUrl());
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    MvcTestResult run(long id, Viewer viewer) {
        int version = jdbc.sql("select version from deal_import where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        return run(id, version, viewer);
    }

    MvcTestResult run(long id, int version, Viewer viewer) {
        return mvc.post()
                .uri("/imports/records/{id}/run", id)
                .param("version", Integer.toString(version))
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    /** Imports a file and says how many records were new, there already, and refused. */
    String bringIn(String kind, String file, Viewer viewer) {
        long id = check(kind, file, viewer);
        String found = counts(id, viewer);
        assertThat(run(id, viewer)).hasRedirectedUrl("/imports/records/" + id);
        assertThat(counts(id, viewer)).as("as the preview said").isEqualTo(found);
        return found;
    }

    String counts(long id, Viewer viewer) {
        ImportResult result = imports.result(id, viewer);
        return "%d new, %d there, %d refused".formatted(result.created(), result.present(), result.refused());
    }

    String page(long id, Viewer viewer) {
        return get("/imports/records/" + id, viewer);
    }

    String get(String address, Viewer viewer) {
        MvcTestResult answer = mvc.get().uri(address).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Exports all records of a table, deletes them, and lets the file bring them in again, twice. */
    void comesBack(String kind, String address, String table, String exported, String imported) {
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

    /** A file as exported, without the ids that records get anew with each import. */
    static List<String> withoutIds(String file) {
        return file.replace("\r\n", "\n")
                .lines()
                .map(line -> line.replaceFirst("^\\d+", ""))
                .sorted()
                .toList();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
