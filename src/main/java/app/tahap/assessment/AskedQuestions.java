package app.tahap.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions of all pipelines by their words: those that are asked now before what was asked once. */
final class AskedQuestions {

    private final Map<Long, List<Asked>> byPipeline = new HashMap<>();

    private AskedQuestions() {}

    /** @param id of the wording */
    record Asked(long id, long pipelineId, Wording wording) {

        boolean isCalled(String text) {
            return AskedQuestions.isCalled(wording.text(), text);
        }
    }

    static AskedQuestions all(JdbcClient jdbc, Wordings wordings) {
        AskedQuestions questions = new AskedQuestions();
        jdbc.sql("""
                        select w.*, q.pipeline_id
                          from question_wording w join question q on q.id = w.question_id
                         order by q.archived_at is not null or exists (select from question_wording n
                                                                         where n.question_id = q.id and n.id > w.id),
                                  q.position, w.id desc
                        """)
                .query((row, number) -> new Asked(row.getLong("id"), row.getLong("pipeline_id"), wordings.read(row)))
                .list()
                .forEach(asked -> questions
                        .byPipeline
                        .computeIfAbsent(asked.pipelineId(), none -> new ArrayList<>())
                        .add(asked));
        return questions;
    }

    Optional<Asked> find(long pipelineId, String text) {
        return byPipeline.getOrDefault(pipelineId, List.of()).stream()
                .filter(asked -> asked.isCalled(text))
                .findFirst();
    }

    /** In either language. */
    static boolean isCalled(Bilingual words, String text) {
        return Stream.of(words.english(), words.indonesian())
                .anyMatch(word -> word != null && plain(word).equalsIgnoreCase(plain(text)));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
