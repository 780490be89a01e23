package app.tahap.sample;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the sample company found its customers: campaigns, what they and its sources cost, tags, and a form on its website. */
@Component
class SampleProspecting {

    /** Of the lists of sources that a new workspace starts with. */
    private static final int MAIL = 2;

    private static final int SOCIAL = 3;
    private static final int EVENT = 5;
    private static final int FORM = 7;

    private final MessageSource messages;
    private final JdbcClient jdbc;

    SampleProspecting(MessageSource messages, JdbcClient jdbc) {
        this.messages = messages;
        this.jdbc = jdbc;
    }

    void create(SampleCompany company, long pipelineId, Locale language) {
        LocalDate today = company.calendar().day(company.calendar().now());
        String[] names = say("sample.campaigns", language).split("\\|");
        campaign(company, names[0], EVENT, today.minusMonths(9), today.minusMonths(6), 140, 60);
        campaign(company, names[1], MAIL, today.minusMonths(5), today.minusMonths(2), 25, 10);
        campaign(company, names[2], SOCIAL, today.minusMonths(4), null, 40, 40);
        for (int month = 11; month >= 0; month--) {
            cost(company, "source_id", source(SOCIAL), today.minusMonths(month), 12, null);
        }
        tags(say("sample.tags", language).split("\\|"));
        form(company, pipelineId);
    }

    private void campaign(
            SampleCompany company,
            String name,
            int source,
            LocalDate from,
            @Nullable LocalDate to,
            int first,
            int second) {
        long id = jdbc.sql("""
                        insert into campaign (name, source_id, starts_on, ends_on, created_at)
                        values (:name, :source, :from, :to, :now) returning id
                        """)
                .param("name", name)
                .param("source", source(source))
                .param("from", from)
                .param("to", to)
                .param("now", now(company))
                .query(Long.class)
                .single();
        cost(company, "campaign_id", id, from.minusDays(10), first, null);
        cost(
                company,
                "campaign_id",
                id,
                from.plusDays(20),
                second,
                company.money().foreign());
        jdbc.sql("""
                        update deal set campaign_id = :campaign
                         where source_id = :source and created_at >= :from and (:to::date is null or created_at < :to)
                           and id % 5 <> 0
                        """)
                .param("campaign", id)
                .param("source", source(source))
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** @param units of money, of which a usual deal is worth some eighty */
    private void cost(
            SampleCompany company, String bearer, long id, LocalDate day, int units, @Nullable String foreign) {
        boolean inForeign = foreign != null;
        double unit = company.money().rounded(0, inForeign).doubleValue();
        jdbc.sql("""
                        insert into acquisition_cost (%s, spent_on, amount, currency, entered_by, entered_at)
                        values (:id, :day, :amount, :currency, :by, :now)
                        """.formatted(bearer))
                .param("id", id)
                .param("day", day)
                .param("amount", company.money().rounded(units * unit, inForeign))
                .param("currency", company.money().currency(inForeign))
                .param("by", company.administratorId())
                .param("now", now(company))
                .update();
    }

    private void tags(String[] labels) {
        for (int i = 0; i < labels.length; i++) {
            long tag = jdbc.sql("insert into tag (label, position) values (:label, :position) returning id")
                    .param("label", labels[i])
                    .param("position", i + 1)
                    .query(Long.class)
                    .single();
            jdbc.sql("update deal set tag_ids = tag_ids || :tag where id % 13 in (:place, :place + 5)")
                    .param("tag", tag)
                    .param("place", i)
                    .update();
        }
    }

    private void form(SampleCompany company, long pipelineId) {
        byte[] token = new byte[16];
        byte[] secret = new byte[32];
        SecureRandom random = new SecureRandom();
        random.nextBytes(token);
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into web_form (token, name, pipeline_id, title_en, title_id, intro_en, intro_id, consent_en,
                                              consent_id, fields, required, owner_ids, source_id, sites, secret, caught,
                                              created_at)
                        values (:token, 'Website', :pipeline, :titleEn, :titleId, :introEn, :introId, :consentEn, :consentId,
                                '{EMAIL,PHONE,ORGANIZATION,MESSAGE}', '{EMAIL}', :owners, :source, '{}', :secret, 17, :now)
                        """)
                .param("token", Base64.getUrlEncoder().withoutPadding().encodeToString(token))
                .param("pipeline", pipelineId)
                .param("titleEn", say("sample.form.title", Locale.ENGLISH))
                .param("titleId", say("sample.form.title", Locale.forLanguageTag("id")))
                .param("introEn", say("sample.form.intro", Locale.ENGLISH))
                .param("introId", say("sample.form.intro", Locale.forLanguageTag("id")))
                .param("consentEn", say("sample.form.consent", Locale.ENGLISH))
                .param("consentId", say("sample.form.consent", Locale.forLanguageTag("id")))
                .param(
                        "owners",
                        company.reps().stream().limit(2).map(rep -> rep.id()).toArray(Long[]::new))
                .param("source", source(FORM))
                .param("secret", secret)
                .param("now", now(company))
                .update();
    }

    private long source(int position) {
        List<Long> ids = jdbc.sql("select id from lead_source order by position, id")
                .query(Long.class)
                .list();
        return ids.get(Math.min(position, ids.size()) - 1);
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static OffsetDateTime now(SampleCompany company) {
        return company.calendar().now().atOffset(ZoneOffset.UTC);
    }
}
