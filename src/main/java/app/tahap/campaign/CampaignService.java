package app.tahap.campaign;

import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, describes, archives and restores campaigns. */
@Service
@Transactional
class CampaignService {

    private final CampaignRepository campaigns;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignService(CampaignRepository campaigns, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a campaign, once however often its form is sent.
     *
     * @throws DuplicateKeyException where the form has made another one
     */
    long create(CampaignForm form) {
        String name = Objects.requireNonNull(form.name()).strip();
        lockNames();
        if (form.key() != null) {
            var made = campaigns.findByIdempotencyKey(form.key());
            if (made.isPresent()) {
                if (!made.get().isNamed(name)) {
                    throw new DuplicateKeyException(
                            "The form has made campaign " + made.get().id());
                }
                return made.get().id();
            }
        }
        requireFree(name, 0);
        Campaign campaign = new Campaign(name, form.key(), clock.instant());
        campaign.describe(name, form.source(), form.startsOn(), form.endsOn());
        return campaigns.save(campaign).id();
    }

    void change(long id, CampaignForm form) {
        String name = Objects.requireNonNull(form.name()).strip();
        lockNames();
        Campaign campaign = campaigns.load(id);
        Versions.requireCurrent(Campaign.class, campaign.getVersion(), form.version());
        requireFree(name, id);
        campaign.describe(name, form.source(), form.startsOn(), form.endsOn());
    }

    void archive(long id) {
        campaigns.load(id).archive(clock.instant());
    }

    void restore(long id) {
        campaigns.load(id).restore();
    }

    /** Those who name campaigns do so one after the other. */
    void lockNames() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('campaign', 0))")
                .query(row -> {});
    }

    private void requireFree(String name, long besides) {
        boolean taken = jdbc.sql("select exists (select from campaign where lower(name) = lower(:name) and id <> :id)")
                .param("name", name)
                .param("id", besides)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleException("campaign.name.taken", name);
        }
    }
}
