package app.tahap.webform;

import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets forms up, opens and closes them. */
@Service
@Transactional
class WebFormService {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebForms forms;
    private final JdbcClient jdbc;
    private final Clock clock;

    WebFormService(WebForms forms, JdbcClient jdbc, Clock clock) {
        this.forms = forms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a form, once however often it is sent, and returns its id. */
    long create(WebFormForm form) {
        lock();
        if (form.key() != null) {
            var made = jdbc.sql("select id from web_form where idempotency_key = :key")
                    .param("key", form.key())
                    .query(Long.class)
                    .optional();
            if (made.isPresent()) {
                return made.get();
            }
        }
        requireFree(form, 0);
        return write(form, """
                insert into web_form (name, pipeline_id, title_en, title_id, intro_en, intro_id, consent_en, consent_id,
                                      thanks_en, thanks_id, redirect, fields, required, owner_ids, source_id, campaign_id,
                                      sites, open, token, secret, created_at, idempotency_key)
                values (:name, :pipeline, :titleEn, :titleId, :introEn, :introId, :consentEn, :consentId, :thanksEn, :thanksId,
                        :redirect, :fields, :required, :owners, :source::bigint, :campaign::bigint, :sites, :open,
                        :token, :secret, :now, :key::uuid)
                returning id
                """)
                .param("token", Base64.getUrlEncoder().withoutPadding().encodeToString(random(16)))
                .param("secret", random(32))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", form.key() == null ? null : form.key().toString())
                .query(Long.class)
                .single();
    }

    void change(long id, WebFormForm form) {
        lock();
        Versions.requireCurrent(WebForm.class, forms.load(id).version(), form.version());
        requireFree(form, id);
        write(form, """
                update web_form
                   set name = :name, pipeline_id = :pipeline, title_en = :titleEn, title_id = :titleId, intro_en = :introEn,
                       intro_id = :introId, consent_en = :consentEn, consent_id = :consentId, thanks_en = :thanksEn,
                       thanks_id = :thanksId, redirect = :redirect, fields = :fields, required = :required,
                       owner_ids = :owners, source_id = :source::bigint, campaign_id = :campaign::bigint, sites = :sites,
                       open = :open, version = version + 1
                 where id = :id
                """).param("id", id).update();
    }

    private JdbcClient.StatementSpec write(WebFormForm form, String sql) {
        Set<FormField> fields = form.fields() == null || form.fields().isEmpty()
                ? EnumSet.noneOf(FormField.class)
                : EnumSet.copyOf(form.fields());
        return jdbc.sql(sql)
                .param("name", text(form.name()))
                .param("pipeline", form.pipeline())
                .param("titleEn", text(form.titleEnglish()))
                .param("titleId", text(form.titleIndonesian()))
                .param("introEn", text(form.introEnglish()))
                .param("introId", text(form.introIndonesian()))
                .param("consentEn", text(form.consentEnglish()))
                .param("consentId", text(form.consentIndonesian()))
                .param("thanksEn", text(form.thanksEnglish()))
                .param("thanksId", text(form.thanksIndonesian()))
                .param("redirect", text(form.redirect()))
                .param("fields", fields.stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "required",
                        fields.stream()
                                .filter(field -> form.requires(field.name()))
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("owners", form.owners().stream().sorted().toArray(Long[]::new))
                .param("source", form.source())
                .param("campaign", form.campaign())
                .param(
                        "sites",
                        Stream.of(Objects.requireNonNullElse(form.sites(), "").split("\\s+"))
                                .filter(site -> !site.isEmpty())
                                .map(site -> site.endsWith("/") ? site.substring(0, site.length() - 1) : site)
                                .distinct()
                                .toArray(String[]::new))
                .param("open", form.isOpen());
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('web form', 0))")
                .query(row -> {});
    }

    private void requireFree(WebFormForm form, long besides) {
        boolean taken = jdbc.sql("select exists (select from web_form where lower(name) = lower(:name) and id <> :id)")
                .param("name", text(form.name()))
                .param("id", besides)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleException(
                    "webform.setup.name.taken",
                    Objects.requireNonNull(form.name()).strip());
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
