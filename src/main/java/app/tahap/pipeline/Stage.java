package app.tahap.pipeline;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline. A stage is renamed and reordered freely, since history points at its id and remembers its place;
 * it is archived, never dropped, and then holds no open deal.
 */
@Entity
public class Stage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "pipeline_id")
    private Pipeline pipeline;

    private String name;
    private int position;
    private BigDecimal probability;
    private @Nullable Integer rottingDays;
    private @Nullable Instant archivedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor_id")
    private @Nullable Stage successor;

    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Stage() {}

    /**
     * @param probability the chance, 0 to 1, that a deal in this stage is won
     * @param rottingDays after how many days in this stage a deal rots; null for no limit of its own
     */
    public Stage(
            Pipeline pipeline,
            String name,
            int position,
            BigDecimal probability,
            @Nullable Integer rottingDays,
            Instant createdAt) {
        this.pipeline = pipeline;
        this.name = name;
        this.position = position;
        this.probability = probability;
        this.rottingDays = rottingDays;
        this.createdAt = createdAt;
    }

    public void describe(String newName, BigDecimal newProbability, @Nullable Integer newRottingDays) {
        name = newName;
        probability = newProbability;
        rottingDays = newRottingDays;
    }

    public void placeAt(int newPosition) {
        position = newPosition;
    }

    /**
     * Takes the stage out of use.
     *
     * @param heir where its deals go when it is removed; null when its pipeline is archived, with which it comes back
     */
    public void archive(@Nullable Stage heir, Instant at) {
        archivedAt = at;
        successor = heir;
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    void restore() {
        archivedAt = null;
    }

    /** The stage itself or, once it was removed, the one in use to which its deals went. */
    public Stage heir() {
        return successor == null ? this : successor.heir();
    }

    /** The id of a stored stage. */
    public long id() {
        return Objects.requireNonNull(id, "a stage has an id once it is stored");
    }

    public Pipeline getPipeline() {
        return pipeline;
    }

    public String getName() {
        return name;
    }

    public int getPosition() {
        return position;
    }

    public BigDecimal getProbability() {
        return probability;
    }

    public @Nullable Integer getRottingDays() {
        return rottingDays;
    }

    public int getVersion() {
        return version;
    }
}
