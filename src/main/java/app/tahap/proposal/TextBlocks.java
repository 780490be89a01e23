package app.tahap.proposal;

import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps pieces of text. They are archived, never deleted, so that a form that offers one never fails. */
@Repository
class TextBlocks {

    private static final String BLOCK = """
            select id, section, language, name, text, archived_at is not null as archived, version from proposal_text
            """;

    private static final String ORDER = """
             order by language, array_position(array['PROBLEM', 'SOLUTION', 'BENEFITS', 'INVESTMENT', 'TERMS'], section),
                      lower(name), id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TextBlocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TextBlock> all() {
        return jdbc.sql(BLOCK + ORDER).query(TextBlock.class).list();
    }

    List<TextBlock> inUse() {
        return jdbc.sql(BLOCK + " where archived_at is null" + ORDER)
                .query(TextBlock.class)
                .list();
    }

    Optional<TextBlock> find(long id) {
        return jdbc.sql(BLOCK + " where id = :id")
                .param("id", id)
                .query(TextBlock.class)
                .optional();
    }

    /** The same request again adds nothing. */
    void add(TextBlockForm form) {
        jdbc.sql("""
                        insert into proposal_text (section, language, name, text, created_at, idempotency_key)
                        values (:section, :language, :name, :text, :now, cast(:key as uuid))
                            on conflict (idempotency_key) do nothing
                        """)
                .param("section", Objects.requireNonNull(form.part()).name())
                .param("language", form.language())
                .param("name", Objects.requireNonNull(form.name()).strip())
                .param("text", Objects.requireNonNull(form.text()).strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("key", form.key() == null ? null : form.key().toString())
                .update();
    }

    @Transactional
    public void change(long id, TextBlockForm form) {
        lock(id, form.version());
        jdbc.sql("""
                        update proposal_text set section = :section, language = :language, name = :name, text = :text,
                               version = version + 1
                         where id = :id
                        """)
                .param("section", Objects.requireNonNull(form.part()).name())
                .param("language", form.language())
                .param("name", Objects.requireNonNull(form.name()).strip())
                .param("text", Objects.requireNonNull(form.text()).strip())
                .param("id", id)
                .update();
    }

    void archive(long id, boolean archived) {
        jdbc.sql(
                        "update proposal_text set archived_at = cast(:at as timestamptz), version = version + 1 where id = :id")
                .param("at", archived ? Timestamp.from(clock.instant()) : null)
                .param("id", id)
                .update();
    }

    private void lock(long id, @Nullable Integer seen) {
        int current = jdbc.sql("select version from proposal_text where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("text", id));
        Versions.requireCurrent(TextBlock.class, current, seen);
    }
}
