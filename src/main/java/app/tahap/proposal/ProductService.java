package app.tahap.proposal;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list of products. Administrators alone reach it. */
@Service
@Transactional
class ProductService {

    private final ProductRepository products;
    private final Clock clock;

    ProductService(ProductRepository products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /** A product with its prices loaded. */
    @Transactional(readOnly = true)
    Product load(long id) {
        Product product = find(id);
        product.prices();
        return product;
    }

    /** Adds a product; the same request again adds none. */
    void create(ProductFacts facts, Map<String, Price> prices, @Nullable UUID key) {
        if (key != null && products.findByIdempotencyKey(key).isPresent()) {
            return;
        }
        requireFree(facts.code(), null);
        products.saveAndFlush(new Product(facts, prices, clock.instant(), key));
    }

    void change(long id, ProductFacts facts, Map<String, Price> prices, @Nullable Integer seen) {
        Product product = find(id);
        Versions.requireCurrent(Product.class, product.getVersion(), seen);
        requireFree(facts.code(), id);
        product.describe(facts, prices);
        products.flush();
    }

    void archive(long id) {
        find(id).archive(clock.instant());
    }

    void restore(long id) {
        find(id).restore();
    }

    private Product find(long id) {
        return products.findById(id).orElseThrow(() -> new NotFoundException("product", id));
    }

    private void requireFree(@Nullable String code, @Nullable Long besides) {
        Optional<Product> other = code == null ? Optional.empty() : products.findByCode(code);
        if (other.filter(product -> besides == null || product.id() != besides).isPresent()) {
            throw new RuleException("proposal.product.code.taken");
        }
    }
}
