package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down and settles terms. Who may see the deal may do so; the deal's history tells it. */
@Service
@Transactional
class TermService {

    private final DealRepository deals;
    private final TermRepository terms;
    private final TermReminders reminders;
    private final DealJournal journal;
    private final Clock clock;

    TermService(DealRepository deals, TermRepository terms, TermReminders reminders, DealJournal journal, Clock clock) {
        this.deals = deals;
        this.terms = terms;
        this.reminders = reminders;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Adds a term; the same one with the same key again changes nothing.
     *
     * @throws DuplicateKeyException where the key is that of another term
     */
    void add(long dealId, TermForm form, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Term earlier = form.key() == null
                ? null
                : terms.findByIdempotencyKey(form.key()).orElse(null);
        if (earlier != null) {
            if (!earlier.isAsToldBy(dealId, form)) {
                throw new DuplicateKeyException("The key is that of term " + earlier.id());
            }
            return;
        }
        Term term = terms.save(new Term(dealId, form, viewer.id(), clock.instant()));
        tell("added", term, viewer);
        if (term.getStatus() != TermStatus.OPEN) {
            tell(term.getStatus().name(), term, viewer);
        }
        follow(deal, term, viewer);
    }

    void edit(long dealId, long termId, TermForm form, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Term term = terms.load(termId, dealId);
        Versions.requireCurrent(Term.class, term.getVersion(), form.version());
        TermStatus before = term.getStatus();
        term.write(form, clock.instant());
        tell(before == term.getStatus() ? "changed" : term.getStatus().name(), term, viewer);
        follow(deal, term, viewer);
    }

    void decide(long dealId, long termId, TermStatus status, @Nullable Integer version, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Term term = terms.load(termId, dealId);
        if (term.getStatus() == status) {
            return;
        }
        Versions.requireCurrent(Term.class, term.getVersion(), version);
        term.decide(status, clock.instant());
        tell(status.name(), term, viewer);
        follow(deal, term, viewer);
    }

    void delete(long dealId, long termId, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Term term = terms.load(termId, dealId);
        term.delete(clock.instant());
        tell("deleted", term, viewer);
        follow(deal, term, viewer);
    }

    /** A term as it is now, for whom may see the deal. */
    TermForm load(long dealId, long termId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        return TermForm.of(terms.load(termId, dealId));
    }

    private void follow(Deal deal, Term term, Viewer viewer) {
        reminders.follow(term, deal.facts().ownerId(), viewer);
        deal.touch(clock.instant());
    }

    private void tell(String what, Term term, Viewer viewer) {
        String detail = Stream.of(term.getWanted(), term.getOffered())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n→ "));
        journal.write(
                term.getDealId(),
                viewer.id(),
                JournalEntry.of("negotiation.term.event." + what, Argument.of(term.getTitle()))
                        .detailed(detail.isEmpty() ? null : detail));
    }
}
