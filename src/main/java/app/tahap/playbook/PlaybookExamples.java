package app.tahap.playbook;

import app.tahap.activity.ActivityKind;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.KindMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Playbooks for a workspace with sample deals, switched on; they act for the deals that came last, and from then on. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PlaybookExamples {

    /** For so many deals that entered the stage before, the first playbook acts, too. */
    private static final int PAST = 6;

    private final PlaybookService playbooks;
    private final PlaybookParts parts;
    private final RunQueue queue;
    private final ActivityKinds kinds;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    PlaybookExamples(
            PlaybookService playbooks,
            PlaybookParts parts,
            RunQueue queue,
            ActivityKinds kinds,
            MessageSource messages,
            JdbcClient jdbc) {
        this.playbooks = playbooks;
        this.parts = parts;
        this.queue = queue;
        this.kinds = kinds;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    public void create(long pipelineId, Locale language) {
        List<Long> stages =
                jdbc.sql("""
                        select id from stage where pipeline_id = :pipeline and archived_at is null order by position, id
                        """).param("pipeline", pipelineId).query(Long.class).list();
        if (stages.size() < 3) {
            return;
        }
        long contact = stages.get(stages.size() > 6 ? 2 : 1);
        long first = add("call", Trigger.ENTERED, contact, null, language);
        plan(first, "call", "1", language);
        playbooks.switchOn(first);
        actForThePast(contact);
        long remind = add("remind", Trigger.STAYED, proposing(pipelineId).orElse(stages.get(2)), "7", language);
        tell(remind, "remind", language);
        playbooks.switchOn(remind);
        long read = add("read", Trigger.PROPOSAL_READ, null, null, language);
        plan(read, "read", "0", language);
        playbooks.switchOn(read);
    }

    private Optional<Long> proposing(long pipelineId) {
        return jdbc.sql("""
                        select s.id from stage s join stage_tool t on t.stage_id = s.id and t.tool = 'PROPOSALS'
                         where s.pipeline_id = :pipeline and s.archived_at is null order by s.position limit 1
                        """).param("pipeline", pipelineId).query(Long.class).optional();
    }

    private long add(String name, Trigger trigger, @Nullable Long stage, @Nullable String days, Locale language) {
        return playbooks.create(new PlaybookForm(
                say(name, "name", language), trigger, stage, days, true, null, null, UUID.randomUUID()));
    }

    private void plan(long playbook, String name, String days, Locale language) {
        long call = kinds.all().stream()
                .filter(kind -> kind.mark() == KindMark.CALL)
                .map(ActivityKind::id)
                .findFirst()
                .orElseGet(kinds::task);
        ActionForm form = new ActionForm(
                say(name, "text", language), call, days, null, null, null, null, null, null, UUID.randomUUID());
        parts.addAction(playbook, ActionKind.ACTIVITY, form, null);
    }

    private void tell(long playbook, String name, Locale language) {
        ActionForm form = new ActionForm(
                say(name, "text", language),
                null,
                null,
                Recipient.OWNER,
                null,
                null,
                null,
                null,
                null,
                UUID.randomUUID());
        parts.addAction(playbook, ActionKind.NOTIFICATION, form, null);
    }

    private void actForThePast(long stage) {
        record Stay(long dealId, long pipelineId, long enteredBy) {}
        jdbc.sql("""
                        select y.deal_id, y.pipeline_id, y.entered_by from stage_stay y join deal d on d.id = y.deal_id
                         where y.stage_id = :stage and y.left_at is null and d.deleted_at is null
                         order by y.entered_at desc, y.id limit :past
                        """)
                .param("stage", stage)
                .param("past", PAST)
                .query(Stay.class)
                .list()
                .forEach(stay -> queue.add(Cause.ofEvent(
                        Set.of(Trigger.ENTERED), stay.dealId(), stay.pipelineId(), stage, stay.enteredBy())));
    }

    private String say(String name, String part, Locale language) {
        return messages.getMessage("playbook.example." + name + "." + part, null, language);
    }
}
