package app.tahap.webform;

import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads forms. */
@Repository
class WebForms {

    private static final String FORM = """
            select f.*, (select count(*) from web_form_post p where p.form_id = f.id) as received from web_form f
            """;

    private final JdbcClient jdbc;

    WebForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WebForm> all() {
        return jdbc.sql(FORM + " order by not f.open, lower(f.name), f.id")
                .query((row, number) -> map(row))
                .list();
    }

    WebForm load(long id) {
        return jdbc.sql(FORM + " where f.id = :id")
                .param("id", id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("form", id));
    }

    /** The form at a public address, while it is open and its pipeline in use. */
    WebForm open(String token) {
        return jdbc.sql(FORM + """
                        join pipeline pl on pl.id = f.pipeline_id and pl.archived_at is null
                        where f.token = :token and f.open
                        """)
                .param("token", token)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("open form", token));
    }

    private static WebForm map(ResultSet row) throws SQLException {
        return new WebForm(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("token"),
                row.getString("name"),
                row.getLong("pipeline_id"),
                texts(row, "en"),
                texts(row, "id"),
                fields(row, "fields"),
                fields(row, "required"),
                List.of((Long[]) row.getArray("owner_ids").getArray()),
                row.getObject("source_id", Long.class),
                row.getObject("campaign_id", Long.class),
                List.of((String[]) row.getArray("sites").getArray()),
                row.getString("redirect"),
                row.getBytes("secret"),
                row.getBoolean("open"),
                row.getLong("caught"),
                row.getLong("received"));
    }

    private static FormTexts texts(ResultSet row, String language) throws SQLException {
        return new FormTexts(
                row.getString("title_" + language),
                row.getString("intro_" + language),
                row.getString("consent_" + language),
                row.getString("thanks_" + language));
    }

    private static Set<FormField> fields(ResultSet row, String column) throws SQLException {
        Set<FormField> fields = EnumSet.noneOf(FormField.class);
        Arrays.stream((String[]) row.getArray(column).getArray())
                .map(FormField::valueOf)
                .forEach(fields::add);
        return fields;
    }
}
