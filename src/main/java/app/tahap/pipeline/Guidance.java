package app.tahap.pipeline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What to do in a stage, as the workspace wrote it for its reps, in Markdown. */
@Repository
public class Guidance {

    private final JdbcClient jdbc;

    Guidance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stage's guidance in a language, or in the other one where it was not written in that; null without any. */
    public @Nullable String of(long stageId, Locale language) {
        return jdbc.sql("""
                        select text from stage_guidance where stage_id = :stage
                         order by (language = :language) desc limit 1
                        """)
                .param("stage", stageId)
                .param("language", language.getLanguage())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void write(long stageId, StageForm form) {
        write(stageId, "en", form.english());
        write(stageId, "id", form.indonesian());
    }

    /** Blank text removes what was written before. */
    void write(long stageId, String language, @Nullable String text) {
        String sql = text == null || text.isBlank()
                ? "delete from stage_guidance where stage_id = :stage and language = :language"
                : """
                  insert into stage_guidance (stage_id, language, text) values (:stage, :language, :text)
                  on conflict (stage_id, language) do update set text = excluded.text
                  """;
        jdbc.sql(sql)
                .param("stage", stageId)
                .param("language", language)
                .param("text", text == null ? "" : text.strip())
                .update();
    }
}
