package app.tahap.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads wordings from rows of {@code question_wording}, and writes their choices. */
@Component
class Wordings {

    private final JsonMapper json;

    Wordings(JsonMapper json) {
        this.json = json;
    }

    Wording read(ResultSet row) throws SQLException {
        return new Wording(
                QuestionKind.valueOf(row.getString("kind")),
                new Bilingual(row.getString("english"), row.getString("indonesian")),
                new Bilingual(row.getString("english_help"), row.getString("indonesian_help")),
                List.of(json.readValue(row.getString("choices"), Bilingual[].class)));
    }

    String choices(Wording wording) {
        return json.writeValueAsString(wording.choices());
    }
}
