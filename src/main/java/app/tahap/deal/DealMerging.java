package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.DuplicatePairs.Pair;
import app.tahap.contact.FieldMerging;
import app.tahap.contact.MergeField;
import app.tahap.field.FieldValues;
import app.tahap.field.RecordKind;
import app.tahap.notification.Argument;
import app.tahap.web.RuleException;
import app.tahap.web.Show;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one open deal of two. One is kept; the other is deleted, so that no figure counts it twice, keeps its own log, and
 * leads to the first. Its notes and its journal are shown with those of the first.
 */
@Service
@Transactional
class DealMerging {

    private static final int MOST = 100;

    /**
     * Open deals of the same organisation, or of none with the same person, that have the same title but for small things. The
     * first condition is about the one, the second about both.
     */
    private static final String PAIRS = """
            with a as materialized (
                select d.id, d.title, d.stage_id, d.organization_id, d.person_id, name_key(d.title) as key
                  from deal d where d.outcome = 'OPEN' and d.deleted_at is null and %1$s and %2$s),
            b as (
                select d.id, d.title, d.stage_id, d.organization_id, d.person_id, name_key(d.title) as key
                  from deal d where d.outcome = 'OPEN' and d.deleted_at is null and %1$s
                                and (d.organization_id in (select organization_id from a)
                                     or (d.organization_id is null and d.person_id in (select person_id from a)))),
            pair as (
                select a.id, b.id as other_id from a join b on b.organization_id = a.organization_id and b.key = a.key
                union all
                select a.id, b.id from a join b on b.person_id = a.person_id and b.key = a.key
                 where a.organization_id is null and b.organization_id is null)
            select one.id, one.title as name, s.name as detail, other.id as other_id, other.title as other_name,
                   t.name as other_detail
              from pair
              join deal one on one.id = pair.id
              join deal other on other.id = pair.other_id
              join stage s on s.id = one.stage_id
              join stage t on t.id = other.stage_id
             where %3$s order by lower(one.title), one.id, other.id limit :most
            """;

    private final DealRepository deals;
    private final DealLog log;
    private final DealChanges changes;
    private final DealOwners owners;
    private final DealJournal journal;
    private final FieldMerging fieldMerging;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealMerging(
            DealRepository deals,
            DealLog log,
            DealChanges changes,
            DealOwners owners,
            DealJournal journal,
            FieldMerging fieldMerging,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.deals = deals;
        this.log = log;
        this.changes = changes;
        this.owners = owners;
        this.journal = journal;
        this.fieldMerging = fieldMerging;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What two deals say; of the administrator's fields, where they differ. */
    @Transactional(readOnly = true)
    List<MergeField> compare(DealView kept, DealView other, Viewer viewer) {
        Show show = new Show(viewer.locale());
        Stream<MergeField> facts = Stream.of(
                field("title", kept.title(), other.title()),
                field("amount", amount(kept, viewer), amount(other, viewer)),
                field("expectedClose", date(kept, show), date(other, show)),
                field("owner", kept.owner(), other.owner()),
                field("person", kept.person(), other.person()),
                field("source", kept.source(), other.source()),
                field("campaign", kept.campaign(), other.campaign()));
        return Stream.concat(
                        facts, fieldMerging.compare(RecordKind.DEAL, kept.id(), other.id(), viewer.locale()).stream())
                .toList();
    }

    private static MergeField field(String name, @Nullable String kept, @Nullable String other) {
        return new MergeField(name, "deal.field." + name, kept, other);
    }

    private static @Nullable String amount(DealView deal, Viewer viewer) {
        String amount = DealAmounts.write(deal.amount(), viewer.locale());
        return amount == null ? null : deal.currency() + " " + amount;
    }

    private static @Nullable String date(DealView deal, Show show) {
        return deal.expectedClose() == null ? null : show.date(deal.expectedClose());
    }

    /** Pairs of deals that are likely to be the same, of those that the viewer may see. */
    @Transactional(readOnly = true)
    public List<Pair> pairs(Viewer viewer) {
        return pairs("true", "pair.id < pair.other_id", 0, viewer);
    }

    /** The deals that one may be the same as. */
    @Transactional(readOnly = true)
    public List<Pair> like(long dealId, Viewer viewer) {
        return pairs("d.id = :deal", "pair.id <> pair.other_id", dealId, viewer);
    }

    private List<Pair> pairs(String which, String both, long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(PAIRS.formatted(visible.where(), which, both))
                .params(visible.parameters())
                .param("deal", dealId)
                .param("most", MOST)
                .query(Pair.class)
                .list();
    }

    /**
     * Merges one deal into another; again with the same key changes nothing.
     *
     * @throws StaleDealException where one of them is not as it was seen
     */
    void merge(long keptId, DealMergeForm form, Viewer viewer) {
        long otherId = Objects.requireNonNullElse(form.with(), 0L);
        if (keptId == otherId) {
            throw new RuleException("deal.merge.same");
        }
        if (isMerged(otherId, keptId) && deals.isVisible(keptId, viewer)) {
            return;
        }
        Deal first =
                deals.loadForChange(Math.min(keptId, otherId), viewer); // in the order of ids, as whoever locks two
        Deal second = deals.loadForChange(Math.max(keptId, otherId), viewer);
        Deal kept = first.id() == keptId ? first : second;
        Deal other = first.id() == keptId ? second : first;
        requireCurrent(kept, form.version());
        requireCurrent(other, form.otherVersion());
        kept.requireOpen();
        other.requireOpen();
        DealFacts facts = facts(kept.facts(), other.facts(), form);
        if (facts.ownerId() != kept.facts().ownerId()) {
            owners.requireStaysActive(facts.ownerId());
        }
        FieldValues fields = fieldMerging.merge(RecordKind.DEAL, kept.fields(), other.fields(), form);
        kept.amend(facts, fields, changes.now(facts.currency(), null, form.key(), viewer))
                .ifPresent(log::append);
        log.append(other.mergeInto(kept, changes.now(other, null, viewer)));
        tell(kept, other, viewer);
        jdbc.sql("update deal set merged_into_id = :kept where merged_into_id = :other")
                .param("kept", keptId)
                .param("other", otherId)
                .update();
        events.publishEvent(new DealsMerged(keptId, otherId));
    }

    private void tell(Deal kept, Deal other, Viewer viewer) {
        kept.touch(clock.instant());
        journal.write(
                kept.id(),
                viewer.id(),
                JournalEntry.of(
                                "deal.merge.journal.kept",
                                Argument.of(other.facts().title()))
                        .leadingTo("/deals/" + other.id() + "?log=true"));
    }

    private boolean isMerged(long dealId, long intoId) {
        return jdbc.sql("select exists (select from deal where id = :id and merged_into_id = :into)")
                .param("id", dealId)
                .param("into", intoId)
                .query(Boolean.class)
                .single();
    }

    private static void requireCurrent(Deal deal, @Nullable Integer seen) {
        if (seen == null || deal.getVersion() != seen) {
            throw new StaleDealException(deal.id());
        }
    }

    private static DealFacts facts(DealFacts kept, DealFacts other, DealMergeForm form) {
        boolean amount = form.takesFromOther("amount");
        Set<Long> tags = new TreeSet<>(kept.tagIds());
        tags.addAll(other.tagIds());
        return new DealFacts(
                (form.takesFromOther("title") ? other : kept).title(),
                (amount ? other : kept).amount(),
                (amount ? other : kept).currency(),
                (form.takesFromOther("expectedClose") ? other : kept).expectedClose(),
                (form.takesFromOther("owner") ? other : kept).ownerId(),
                kept.organizationId(),
                (form.takesFromOther("person") ? other : kept).personId(),
                (form.takesFromOther("source") ? other : kept).sourceId(),
                (form.takesFromOther("campaign") ? other : kept).campaignId(),
                List.copyOf(tags));
    }
}
