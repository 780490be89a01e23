package app.tahap.proposal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is sold. Proposals keep what they took over from it. */
@Entity
class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Embedded
    private ProductFacts facts;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "product_price", joinColumns = @JoinColumn(name = "product_id"))
    @MapKeyColumn(name = "currency", columnDefinition = "varchar(3)")
    private Map<String, Price> prices = new HashMap<>();

    private @Nullable Instant archivedAt;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable UUID idempotencyKey;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    Product(ProductFacts facts, Map<String, Price> prices, Instant createdAt, @Nullable UUID key) {
        this.facts = facts;
        this.prices.putAll(prices);
        this.createdAt = createdAt;
        this.idempotencyKey = key;
    }

    /** @param newPrices by the code of their currency */
    void describe(ProductFacts newFacts, Map<String, Price> newPrices) {
        facts = newFacts;
        prices.keySet().retainAll(newPrices.keySet());
        newPrices.forEach((currency, price) -> {
            if (!price.equals(prices.get(currency))) {
                prices.put(currency, price);
            }
        });
    }

    /** Adds prices, or changes them, and keeps those in other currencies. */
    void price(Map<String, Price> newPrices) {
        prices.putAll(newPrices);
    }

    void archive(Instant at) {
        archivedAt = at;
    }

    void restore() {
        archivedAt = null;
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    /** The id of a stored product. */
    long id() {
        return Objects.requireNonNull(id, "a product has an id once it is stored");
    }

    ProductFacts facts() {
        return facts;
    }

    Map<String, Price> prices() {
        return Map.copyOf(prices);
    }

    int getVersion() {
        return version;
    }
}
