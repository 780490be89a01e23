package app.tahap.sample;

import app.tahap.account.Workspace;
import app.tahap.account.WorkspaceRepository;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.proposal.ProposalExamples;
import app.tahap.sample.SampleCompany.Words;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills a new workspace with a believable company: two teams, organisations, people, and a year of deals that end now. At
 * the same moment it always makes the same company.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SampleData {

    static final int DEALS = 560;

    private static final long SEED = 20_160;

    private final WorkspaceRepository workspaces;
    private final StageRepository stages;
    private final SampleStaff staff;
    private final SampleContacts contacts;
    private final SampleDeals deals;
    private final SampleQualifications qualifications;
    private final SampleFields fields;
    private final SampleActivities activities;
    private final SampleProspecting prospecting;
    private final SampleMentions mentions;
    private final SampleCriteria criteria;
    private final ProposalExamples proposals;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SampleData(
            WorkspaceRepository workspaces,
            StageRepository stages,
            SampleStaff staff,
            SampleContacts contacts,
            SampleDeals deals,
            SampleQualifications qualifications,
            SampleFields fields,
            SampleActivities activities,
            SampleProspecting prospecting,
            SampleMentions mentions,
            SampleCriteria criteria,
            ProposalExamples proposals,
            MessageSource messages,
            JdbcClient jdbc,
            EntityManager entities,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.workspaces = workspaces;
        this.stages = stages;
        this.staff = staff;
        this.contacts = contacts;
        this.deals = deals;
        this.qualifications = qualifications;
        this.fields = fields;
        this.activities = activities;
        this.prospecting = prospecting;
        this.mentions = mentions;
        this.criteria = criteria;
        this.proposals = proposals;
        this.messages = messages;
        this.jdbc = jdbc;
        this.entities = entities;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Fills a pipeline that was made from a template; must run in the transaction of the set-up. */
    public void create(long administratorId, long pipelineId) {
        Random random = new Random(SEED);
        Workspace workspace = workspaces.findTheOne().orElseThrow();
        Locale language = workspace.getLanguage();
        SampleCalendar calendar = SampleCalendar.endingNow(workspace.getTimeZone(), clock.instant());
        SampleMoney money = SampleMoney.of(
                workspace.getBaseCurrency(), calendar.day(calendar.start()), calendar.day(calendar.now()), random);
        SampleCompany company = new SampleCompany(
                stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipelineId),
                staff.create(language, calendar.start()),
                contacts.create(list("sample.jobs", language), random, calendar.start()),
                reasons("LOST"),
                reasons("DISQUALIFIED"),
                sources(),
                money,
                calendar,
                words(language),
                administratorId);
        limit(company);
        rates(money);
        deals.create(company, DEALS, random);
        criteria.create(company, language, calendar.now());
        entities.flush();
        qualifications.create(pipelineId);
        fields.create(language);
        prospecting.create(company, pipelineId, language);
        mentions.create(administratorId, list("sample.mentions", language));
        entities.clear();
        activities.create(calendar, administratorId, language);
        proposals.create(money.base(), money.unit(), language);
        entities.flush();
        entities.clear();
        publisher.publishEvent(new SampleDataCreated(pipelineId));
    }

    private static void limit(SampleCompany company) {
        for (int place = 0; place <= company.lastPlace(); place++) {
            Stage stage = company.stage(place);
            stage.describe(stage.getName(), stage.getProbability(), company.rottingDays(place));
        }
    }

    private void rates(SampleMoney money) {
        money.rates().forEach((day, rate) -> jdbc.sql(
                        "insert into exchange_rate (currency, valid_from, rate) values (:currency, :day, :rate)")
                .param("currency", money.foreign())
                .param("day", day)
                .param("rate", rate)
                .update());
    }

    private Words words(Locale language) {
        return new Words(
                list("sample.deals", language),
                list("sample.notes", language),
                list("sample.lost", language),
                messages.getMessage("sample.reopened", null, language));
    }

    private List<String> list(String key, Locale language) {
        return List.of(messages.getMessage(key, null, language).split("\\|"));
    }

    private List<Long> reasons(String outcome) {
        return jdbc.sql("select id from outcome_reason where outcome = :outcome order by position")
                .param("outcome", outcome)
                .query(Long.class)
                .list();
    }

    private List<Long> sources() {
        return jdbc.sql("select id from lead_source order by position")
                .query(Long.class)
                .list();
    }
}
