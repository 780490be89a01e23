package app.tahap.webform;

import app.tahap.account.Owners;
import app.tahap.contact.Enquirers;
import app.tahap.contact.Enquirers.Enquirer;
import app.tahap.deal.ArrivingDeals;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes deals of what strangers send, with the person and the organisation, in one transaction. */
@Service
@Transactional
class Enquiries {

    private static final int LONGEST_TITLE = 200;

    private final Enquirers enquirers;
    private final ArrivingDeals deals;
    private final DealJournal journal;
    private final Notifications notifications;
    private final Owners owners;
    private final JdbcClient jdbc;
    private final Clock clock;

    Enquiries(
            Enquirers enquirers,
            ArrivingDeals deals,
            DealJournal journal,
            Notifications notifications,
            Owners owners,
            JdbcClient jdbc,
            Clock clock) {
        this.enquirers = enquirers;
        this.deals = deals;
        this.journal = journal;
        this.notifications = notifications;
        this.owners = owners;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a deal of an enquiry without errors, once however often its page is sent. */
    void receive(WebForm form, Enquiry enquiry, Stamp stamp, FormTexts texts) {
        if (isReceived(form, stamp)) {
            return;
        }
        Enquirer enquirer = enquirers.findOrCreate(
                enquiry.who(),
                told(form, enquiry, FormField.EMAIL),
                told(form, enquiry, FormField.PHONE),
                told(form, enquiry, FormField.JOB_TITLE),
                told(form, enquiry, FormField.ORGANIZATION));
        long owner = owner(form);
        String who = Objects.requireNonNullElse(told(form, enquiry, FormField.ORGANIZATION), enquiry.who());
        DealFacts facts = new DealFacts(
                shortened(who + " – " + form.name()),
                null,
                currency(),
                null,
                owner,
                enquirer.organizationId(),
                enquirer.personId(),
                form.sourceId(),
                form.campaignId(),
                List.of());
        long deal = deals.create(facts, form.pipelineId(), stamp.key());
        tell(form, enquiry, texts, deal);
        jdbc.sql("insert into web_form_post (form_id, key, deal_id, posted_at) values (:form, :key, :deal, :now)")
                .param("form", form.id())
                .param("key", stamp.key())
                .param("deal", deal)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        notifications.send(
                owner,
                Notification.ofDeal(
                        Topic.ENQUIRY,
                        "webform.notification",
                        deal,
                        Argument.of(enquiry.who()),
                        Argument.of(form.name())));
    }

    /** Something was sent that is taken for spam; it is counted, and not kept. */
    void caught(WebForm form) {
        jdbc.sql("update web_form set caught = caught + 1 where id = :id")
                .param("id", form.id())
                .update();
    }

    private boolean isReceived(WebForm form, Stamp stamp) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", stamp.key().getMostSignificantBits() ^ stamp.key().getLeastSignificantBits())
                .query(row -> {});
        return jdbc.sql("select exists (select from web_form_post where form_id = :form and key = :key)")
                .param("form", form.id())
                .param("key", stamp.key())
                .query(Boolean.class)
                .single();
    }

    /** The next in turn of those who are still here; where none of them is, the first administrator. */
    private long owner(WebForm form) {
        int turn = jdbc.sql("update web_form set turn = turn + 1 where id = :id returning turn")
                .param("id", form.id())
                .query(Integer.class)
                .single();
        Set<Long> active = owners.stayActive(form.owners());
        List<Long> here = form.owners().stream().filter(active::contains).toList();
        return here.isEmpty() ? firstAdministrator() : here.get(Math.floorMod(turn, here.size()));
    }

    private long firstAdministrator() {
        return jdbc.sql("""
                        select id from users where role = 'ADMINISTRATOR' and deactivated_at is null order by id limit 1
                        """).query(Long.class).single();
    }

    private void tell(WebForm form, Enquiry enquiry, FormTexts texts, long deal) {
        StringBuilder detail = new StringBuilder(enquiry.who());
        form.fields().stream().map(enquiry::value).filter(Objects::nonNull).forEach(value -> detail.append('\n')
                .append(value));
        if (texts.consent() != null) {
            detail.append("\n✓ ").append(texts.consent());
        }
        journal.write(
                deal,
                null,
                JournalEntry.of("webform.journal", Argument.of(form.name())).detailed(detail.toString()));
    }

    /** Nothing of what the form does not ask, whatever was sent. */
    private static @Nullable String told(WebForm form, Enquiry enquiry, FormField field) {
        return form.asks(field) ? enquiry.value(field) : null;
    }

    private String currency() {
        return jdbc.sql("select base_currency from workspace")
                .query(String.class)
                .single();
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
