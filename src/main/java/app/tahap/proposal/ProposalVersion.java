package app.tahap.proposal;

import app.tahap.web.RuleException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One version of a proposal. A draft is written; what was sent stays as it is, and the customer answers it. */
@Entity
class ProposalVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long proposalId;
    private int number;

    @Enumerated(EnumType.STRING)
    private ProposalStatus status = ProposalStatus.DRAFT;

    @Embedded
    private ProposalHead head;

    @Embedded
    private ProposalTexts texts;

    @Enumerated(EnumType.STRING)
    private Rounding rounding;

    @Embedded
    private Totals totals;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "proposal_line", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "position")
    private List<LineItem> lines = new ArrayList<>();

    private Instant createdAt;
    private @Nullable Long createdBy;
    private Instant changedAt;
    private @Nullable Instant sentAt;
    private @Nullable Long sentBy;
    private @Nullable Instant endedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ProposalVersion() {}

    /** A draft without lines. */
    ProposalVersion(
            long proposalId, int number, ProposalHead head, Rounding rounding, @Nullable Long author, Instant at) {
        this.proposalId = proposalId;
        this.number = number;
        this.head = head;
        this.texts = ProposalTexts.NONE;
        this.rounding = rounding;
        this.totals = Totals.of(List.of(), head.money());
        this.createdBy = author;
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Writes the draft anew; its amounts are reckoned as the workspace rounds now. */
    void write(ProposalHead newHead, ProposalTexts newTexts, List<LineTerms> terms, Rounding newRounding, Instant at) {
        require(ProposalStatus.DRAFT, "proposal.draft.gone");
        head = newHead;
        texts = newTexts;
        rounding = newRounding;
        List<LineItem> reckoned = terms.stream()
                .map(line -> LineItem.of(line, newHead.money(), newRounding))
                .toList();
        if (!reckoned.equals(lines)) {
            lines.clear();
            lines.addAll(reckoned);
        }
        totals = Totals.of(reckoned, newHead.money());
        changedAt = at; // also where nothing but lines changed: the version counts up
    }

    /** From now on it is frozen, and can be answered. */
    void send(@Nullable Long sender, Instant at, LocalDate today) {
        require(ProposalStatus.DRAFT, "proposal.draft.gone");
        if (lines.stream().allMatch(LineItem::optional)) {
            throw new RuleException("proposal.send.empty");
        }
        if (isOver(today)) {
            throw new RuleException("proposal.send.over");
        }
        status = ProposalStatus.SENT;
        sentBy = sender;
        sentAt = at;
    }

    void accept(Instant at, LocalDate today) {
        require(ProposalStatus.SENT, "proposal.answer.late");
        if (isOver(today)) {
            throw new RuleException("proposal.answer.over");
        }
        end(ProposalStatus.ACCEPTED, at);
    }

    void decline(Instant at) {
        require(ProposalStatus.SENT, "proposal.answer.late");
        end(ProposalStatus.DECLINED, at);
    }

    void withdraw(Instant at) {
        require(ProposalStatus.SENT, "proposal.withdraw.late");
        end(ProposalStatus.WITHDRAWN, at);
    }

    /** A later version takes its place, where it is not answered or withdrawn yet. */
    void giveWay(Instant at) {
        if (status.isSent()) {
            end(ProposalStatus.SUPERSEDED, at);
        }
    }

    /** Whether its last day is past. */
    boolean isOver(LocalDate today) {
        return head.validUntil() != null && head.validUntil().isBefore(today);
    }

    private void end(ProposalStatus result, Instant at) {
        status = result;
        endedAt = at;
    }

    private void require(ProposalStatus needed, String otherwise) {
        if (status != needed) {
            throw new RuleException(otherwise);
        }
    }

    /** The id of a stored version. */
    long id() {
        return Objects.requireNonNull(id, "a version has an id once it is stored");
    }

    long getProposalId() {
        return proposalId;
    }

    int getNumber() {
        return number;
    }

    ProposalStatus getStatus() {
        return status;
    }

    ProposalHead head() {
        return head;
    }

    ProposalTexts texts() {
        return texts;
    }

    Totals totals() {
        return totals;
    }

    Rounding rounding() {
        return rounding;
    }

    List<LineItem> lines() {
        return List.copyOf(lines);
    }

    int getVersion() {
        return version;
    }
}
