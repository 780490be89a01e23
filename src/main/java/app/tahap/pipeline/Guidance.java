package app.tahap.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What to do in a stage, as the workspace wrote it for its reps: lines of text, of which those that begin with a dash are
 * the items of a list below the line before them.
 */
@Repository
public class Guidance {

    private final JdbcClient jdbc;

    Guidance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stage's guidance in a language, or in the other one where it was not written in that; empty without any. */
    public List<Block> of(long stageId, Locale language) {
        return jdbc.sql("""
                        select text from stage_guidance where stage_id = :stage
                         order by (language = :language) desc limit 1
                        """)
                .param("stage", stageId)
                .param("language", language.getLanguage())
                .query(String.class)
                .optional()
                .map(Guidance::parse)
                .orElse(List.of());
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

    private static List<Block> parse(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            if (!line.startsWith("- ")) {
                blocks.add(new Block(line, new ArrayList<>()));
            } else if (blocks.isEmpty()) {
                blocks.add(new Block("", new ArrayList<>(List.of(line.substring(2)))));
            } else {
                blocks.get(blocks.size() - 1).items().add(line.substring(2));
            }
        }
        return blocks;
    }

    /** A line of text and the list below it. */
    public record Block(String text, List<String> items) {}
}
