package app.tahap.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is negotiated: what the customer wants, what we offer, and until when it must be settled. */
@Entity
@Table(name = "negotiation_term")
class Term {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long dealId;
    private String title;
    private @Nullable String wanted;
    private @Nullable String offered;

    @Enumerated(EnumType.STRING)
    private TermStatus status = TermStatus.OPEN;

    private @Nullable LocalDate deadline;
    private boolean reminding;
    private @Nullable Long activityId;
    private long authorId;
    private Instant createdAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant deletedAt;
    private @Nullable UUID idempotencyKey;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Term() {}

    Term(long dealId, TermForm form, long authorId, Instant at) {
        this.dealId = dealId;
        this.title = form.requiredTitle();
        this.authorId = authorId;
        this.createdAt = at;
        this.idempotencyKey = form.key();
        write(form, at);
    }

    /** Says anew what is negotiated, until when, and how far that has come. */
    void write(TermForm form, Instant at) {
        title = form.requiredTitle();
        wanted = form.givenWanted();
        offered = form.givenOffered();
        deadline = form.deadline();
        reminding = form.isReminding();
        decide(form.chosenStatus(), at);
    }

    void decide(TermStatus newStatus, Instant at) {
        if (newStatus != status) {
            status = newStatus;
            decidedAt = newStatus == TermStatus.OPEN ? null : at;
        }
    }

    void delete(Instant at) {
        deletedAt = at;
    }

    /** The activity by which somebody is reminded; null for none. */
    void remindBy(@Nullable Long activity) {
        activityId = activity;
    }

    /** The deadline of which somebody is to be reminded from a day on; null for none. */
    @Nullable LocalDate toRemindOf(LocalDate today) {
        boolean wished = reminding && status == TermStatus.OPEN && deletedAt == null;
        return wished && deadline != null && !deadline.isBefore(today) ? deadline : null;
    }

    boolean isAsToldBy(long deal, TermForm form) {
        return dealId == deal && title.equals(form.requiredTitle());
    }

    /** The id of a stored term. */
    long id() {
        return Objects.requireNonNull(id, "a term has an id once it is stored");
    }

    long getDealId() {
        return dealId;
    }

    String getTitle() {
        return title;
    }

    @Nullable String getWanted() {
        return wanted;
    }

    @Nullable String getOffered() {
        return offered;
    }

    TermStatus getStatus() {
        return status;
    }

    @Nullable LocalDate getDeadline() {
        return deadline;
    }

    boolean isReminding() {
        return reminding;
    }

    @Nullable Long getActivityId() {
        return activityId;
    }

    int getVersion() {
        return version;
    }
}
