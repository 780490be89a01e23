package app.tahap.pipeline;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    public void placeAt(int newPosition) {
        position = newPosition;
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

    public int getVersion() {
        return version;
    }
}
