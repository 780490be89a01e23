package app.tahap.correspondence;

import app.tahap.account.Viewer;
import app.tahap.correspondence.TemplateForm.Text;
import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates of mails: everybody's, which administrators change, and each user's own. */
@Service
@Transactional
class MailTemplates {

    private static final String USABLE = " t.deleted_at is null and (t.owner_id is null or t.owner_id = :viewer)";
    private static final String EDITABLE =
            " (t.owner_id = :viewer or (t.owner_id is null and :administrator)) and t.deleted_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that the viewer may write from, everybody's first. */
    @Transactional(readOnly = true)
    List<TemplateRow> all(Viewer viewer) {
        return ask("""
                        select t.id, t.name, t.owner_id is null as shared,%s as editable,
                               array(select language from mail_template_text x where x.template_id = t.id order by language) as languages
                          from mail_template t where%s order by t.owner_id nulls first, t.id
                        """.formatted(EDITABLE, USABLE), viewer)
                .query((row, number) -> new TemplateRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("shared"),
                        List.of((String[]) row.getArray("languages").getArray()),
                        row.getBoolean("editable")))
                .list();
    }

    /** A template's text in a language; empty where the viewer may not write from it, or it has none. */
    @Transactional(readOnly = true)
    Optional<Text> text(long id, Locale language, Viewer viewer) {
        return ask("""
                        select x.language, x.subject, x.body
                          from mail_template t join mail_template_text x on x.template_id = t.id
                         where t.id = :id and x.language = :language and%s
                        """.formatted(USABLE), viewer)
                .param("id", id)
                .param("language", language.getLanguage())
                .query(Text.class)
                .optional();
    }

    /** A template to be changed. */
    @Transactional(readOnly = true)
    TemplateForm load(long id, Viewer viewer) {
        return ask("""
                        select t.name, t.owner_id is null as shared, e.subject as subject_en, e.body as body_en,
                               i.subject as subject_id, i.body as body_id, t.version, null::uuid as key
                          from mail_template t
                          left join mail_template_text e on e.template_id = t.id and e.language = 'en'
                          left join mail_template_text i on i.template_id = t.id and i.language = 'id'
                         where t.id = :id and%s
                        """.formatted(EDITABLE), viewer)
                .param("id", id)
                .query(TemplateForm.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("template", id));
    }

    /** Makes a template, everybody's only by an administrator; the same form again makes no other. */
    void create(TemplateForm form, Viewer viewer) {
        boolean shared = form.isShared() && viewer.isAdministrator();
        create(Objects.requireNonNull(form.name()).strip(), shared ? null : viewer.id(), form.key(), form.texts());
    }

    void create(String name, @Nullable Long ownerId, @Nullable UUID key, List<Text> texts) {
        jdbc.sql("""
                        insert into mail_template (owner_id, name, key, created_at) values (:owner, :name, :key, :now)
                        on conflict (key) do nothing returning id
                        """)
                .param("owner", ownerId, Types.BIGINT)
                .param("name", name)
                .param("key", key, Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .ifPresent(id -> write(id, texts));
    }

    void change(long id, TemplateForm form, Viewer viewer) {
        int version = lock(id, viewer);
        Versions.requireCurrent(TemplateForm.class, version, form.version());
        jdbc.sql("update mail_template set name = :name, version = version + 1 where id = :id")
                .param("id", id)
                .param("name", Objects.requireNonNull(form.name()).strip())
                .update();
        jdbc.sql("delete from mail_template_text where template_id = :id")
                .param("id", id)
                .update();
        write(id, form.texts());
    }

    void delete(long id, Viewer viewer) {
        lock(id, viewer);
        jdbc.sql("update mail_template set deleted_at = :now, version = version + 1 where id = :id")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select from mail_template)")
                .query(Boolean.class)
                .single();
    }

    private int lock(long id, Viewer viewer) {
        return ask("select t.version from mail_template t where t.id = :id and" + EDITABLE + " for update", viewer)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("template", id));
    }

    private void write(long id, List<Text> texts) {
        for (Text text : texts) {
            jdbc.sql("insert into mail_template_text values (:id, :language, :subject, :body)")
                    .param("id", id)
                    .param("language", text.language())
                    .param("subject", text.subject())
                    .param("body", text.body())
                    .update();
        }
    }

    private JdbcClient.StatementSpec ask(String sql, Viewer viewer) {
        return jdbc.sql(sql).param("viewer", viewer.id()).param("administrator", viewer.isAdministrator());
    }
}
