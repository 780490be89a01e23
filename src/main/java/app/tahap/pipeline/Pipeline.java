package app.tahap.pipeline;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** An ordered list of stages through which deals pass. */
@Entity
public class Pipeline {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private int position;
    private @Nullable Instant archivedAt;
    private Instant createdAt;

    /** A new name is no reason to refuse a new order of the stages, nor the other way. */
    @OptimisticLock(excluded = true)
    private int arrangement;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Pipeline() {}

    public Pipeline(String name, int position, Instant createdAt) {
        this.name = name;
        this.position = position;
        this.createdAt = createdAt;
    }

    public void rename(String newName) {
        name = newName;
    }

    void placeAt(int newPosition) {
        position = newPosition;
    }

    /**
     * Says that stages are added, reordered or removed. Call it on a locked pipeline.
     *
     * @param seen the arrangement that whoever changes it saw
     * @throws OptimisticLockingFailureException when somebody else has changed it since
     */
    void rearrange(int seen) {
        if (arrangement != seen) {
            throw new OptimisticLockingFailureException("Pipeline " + id + " was rearranged");
        }
        arrangement++;
    }

    public void archive(Instant at) {
        archivedAt = at;
    }

    public void restore() {
        archivedAt = null;
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    /** The id of a stored pipeline. */
    public long id() {
        return Objects.requireNonNull(id, "a pipeline has an id once it is stored");
    }

    public String getName() {
        return name;
    }

    public int getPosition() {
        return position;
    }

    public int getArrangement() {
        return arrangement;
    }

    public int getVersion() {
        return version;
    }
}
