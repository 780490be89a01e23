package app.tahap.campaign;

import app.tahap.web.RuleException;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was done to find customers, such as a fair or a series of e-mails. Archived, never deleted. */
@Entity
class Campaign {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private @Nullable Long sourceId;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private Instant createdAt;
    private @Nullable Instant archivedAt;
    private @Nullable UUID idempotencyKey;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(String name, @Nullable UUID key, Instant createdAt) {
        this.name = name;
        this.idempotencyKey = key;
        this.createdAt = createdAt;
    }

    /**
     * Says what it is.
     *
     * @param source the lead source to which its deals belong
     */
    void describe(String newName, @Nullable Long source, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new RuleException("campaign.period.order");
        }
        name = newName;
        sourceId = source;
        startsOn = from;
        endsOn = to;
    }

    void archive(Instant at) {
        archivedAt = archivedAt == null ? at : archivedAt;
    }

    void restore() {
        archivedAt = null;
    }

    /** The id of a stored campaign. */
    long id() {
        return Objects.requireNonNull(id, "a campaign has an id once it is stored");
    }

    boolean isNamed(String other) {
        return name.equals(other);
    }

    int getVersion() {
        return version;
    }
}
