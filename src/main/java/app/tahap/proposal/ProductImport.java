package app.tahap.proposal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings products in from a file: all of it, or nothing. A product is known by its code, one without a code by its name. */
@Service
@Transactional
class ProductImport {

    private final ProductRepository products;
    private final Clock clock;

    ProductImport(ProductRepository products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    record Result(int added, int changed) {}

    Result bring(List<ProductFile.Row> rows) {
        Set<Long> added = new HashSet<>();
        Set<Long> changed = new HashSet<>();
        for (ProductFile.Row row : rows) {
            Map<String, Price> prices =
                    row.price() == null || row.currency() == null ? Map.of() : Map.of(row.currency(), row.price());
            Optional<Product> known = known(row.facts());
            if (known.isPresent()) {
                Product product = known.get();
                product.describe(row.facts(), product.prices());
                product.price(prices);
                product.restore();
                if (!added.contains(product.id())) {
                    changed.add(product.id());
                }
                products.flush();
            } else {
                added.add(products.saveAndFlush(new Product(row.facts(), prices, clock.instant(), null))
                        .id());
            }
        }
        return new Result(added.size(), changed.size());
    }

    private Optional<Product> known(ProductFacts facts) {
        return facts.code() != null
                ? products.findByCode(facts.code())
                : products.findInUseByName(facts.name()).stream()
                        .filter(product -> product.facts().code() == null)
                        .findFirst();
    }
}
