package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BulkResult.Refused;
import app.tahap.deal.BulkSelection.Picked;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes many deals one after the other, each in a transaction of its own and by the way on which one is changed: the
 * same rules hold, each change is an event, and what one of them is refused for stops no other one.
 */
@Service
class BulkRun {

    private final DealService deals;
    private final DealUndo undo;
    private final BulkDeals chosen;
    private final Tags tags;
    private final MessageSource messages;
    private final TransactionTemplate transactions;

    BulkRun(
            DealService deals,
            DealUndo undo,
            BulkDeals chosen,
            Tags tags,
            MessageSource messages,
            TransactionTemplate transactions) {
        this.deals = deals;
        this.undo = undo;
        this.chosen = chosen;
        this.tags = tags;
        this.messages = messages;
        this.transactions = transactions;
    }

    /**
     * Does what a form without errors asks for.
     *
     * @param owners the ids of those who are given a deal each in turn, in their order
     */
    BulkResult run(BulkForm form, List<Long> owners, Viewer viewer) {
        BulkAction action = Objects.requireNonNull(form.action());
        List<Picked> picked = BulkSelection.parse(form.picked()).deals();
        Set<Long> labels = labels(form);
        Tally tally = new Tally(viewer);
        for (int i = 0; i < picked.size(); i++) {
            Picked deal = picked.get(i);
            UUID key = key(form.key(), deal.id());
            int turn = i;
            tally.count(deal.id(), () -> switch (action) {
                case ASSIGN ->
                    deals.change(
                            deal.id(),
                            facts -> facts.ownedBy(owners.get(turn % owners.size())),
                            deal.version(),
                            key,
                            viewer);
                case TAG -> deals.change(deal.id(), with(labels), deal.version(), key, viewer);
                case UNTAG -> deals.change(deal.id(), without(labels), deal.version(), key, viewer);
                case MOVE ->
                    deals.move(
                            deal.id(),
                            new DealMove(Objects.requireNonNull(form.toStage()), null, null, deal.version(), key),
                            viewer);
                case DISQUALIFY ->
                    Optional.of(deals.close(
                            deal.id(),
                            Outcome.DISQUALIFIED,
                            form.forReason(),
                            form.note(),
                            deal.version(),
                            key,
                            viewer));
            });
        }
        return tally.result(action.name(), action.isUndoable());
    }

    /** Takes back the events that a run has written, deal by deal, where nothing else has happened since. */
    BulkResult undo(String events, Viewer viewer) {
        Tally tally = new Tally(viewer);
        for (String pair : events.split(",")) {
            if (pair.matches("\\d{1,18}:\\d{1,18}")) {
                long deal = Long.parseLong(pair.substring(0, pair.indexOf(':')));
                long event = Long.parseLong(pair.substring(pair.indexOf(':') + 1));
                tally.count(deal, () -> {
                    undo.undo(deal, event, viewer);
                    return Optional.of(event);
                });
            }
        }
        return tally.result("UNDO", false);
    }

    private Set<Long> labels(BulkForm form) {
        Set<Long> labels = new LinkedHashSet<>(form.tags());
        if (form.action() == BulkAction.TAG && form.newTags() != null) {
            labels.addAll(Objects.requireNonNull(transactions.execute(status -> tags.findOrCreate(form.newTags()))));
        }
        return labels;
    }

    private static Function<DealFacts, DealFacts> with(Set<Long> labels) {
        return facts -> {
            Set<Long> all = new LinkedHashSet<>(facts.tagIds());
            all.addAll(labels);
            return facts.tagged(all);
        };
    }

    private static Function<DealFacts, DealFacts> without(Set<Long> labels) {
        return facts -> facts.tagged(
                facts.tagIds().stream().filter(tag -> !labels.contains(tag)).collect(Collectors.toSet()));
    }

    /** Each deal has a key of its own that follows from that of the form. */
    private static UUID key(@Nullable UUID form, long deal) {
        return form == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((form + ":" + deal).getBytes(StandardCharsets.UTF_8));
    }

    /** A change of one deal; empty where it was as wished already. */
    private interface One {
        Optional<Long> change();
    }

    private final class Tally {

        private final Viewer viewer;
        private final List<Refused> refused = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private int done;
        private int same;
        private int refusals;

        Tally(Viewer viewer) {
            this.viewer = viewer;
        }

        void count(long deal, One one) {
            try {
                Optional<Long> event = one.change();
                event.ifPresent(id -> events.add(deal + ":" + id));
                done += event.isPresent() ? 1 : 0;
                same += event.isPresent() ? 0 : 1;
            } catch (RuleException rule) {
                refuse(deal, rule.messageKey(), rule.arguments());
            } catch (StaleDealException stale) {
                refuse(deal, "deal.bulk.stale");
            } catch (NotFoundException gone) {
                refuse(deal, "deal.bulk.gone");
            } catch (PessimisticLockingFailureException busy) {
                refuse(deal, "deal.bulk.busy");
            } catch (DataIntegrityViolationException repeated) {
                refuse(deal, "deal.bulk.stale");
            }
        }

        private void refuse(long deal, String key, Object... arguments) {
            refusals++;
            if (refused.size() < BulkResult.TOLD) {
                String reason = messages.getMessage(key, arguments, viewer.locale());
                refused.add(new Refused(deal, chosen.title(deal, viewer), reason));
            }
        }

        BulkResult result(String action, boolean undoable) {
            return new BulkResult(
                    action, done, same, new ArrayList<>(refused), refusals, undoable ? String.join(",", events) : "");
        }
    }
}
