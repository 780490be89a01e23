package app.tahap.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is filled in, apart from its prices.
 *
 * @param tax percent, in the habits of the viewer's language
 */
record ProductForm(
        @Size(max = 60, message = "{proposal.product.code.long}") @Nullable String code,

        @NotBlank(message = "{proposal.product.name.required}") @Size(max = 200, message = "{proposal.product.name.long}") @Nullable String name,

        @Size(max = 1500, message = "{proposal.product.description.long}") @Nullable String description,

        @Size(max = 30, message = "{proposal.line.unit.long}") @Nullable String unit,

        @Size(max = 20, message = "{proposal.line.tax.invalid}") @Nullable String tax,

        @Nullable Integer version,
        @Nullable UUID key) {

    static ProductForm empty() {
        return new ProductForm(null, null, null, null, null, null, UUID.randomUUID());
    }

    static ProductForm of(Product product, AmountFormat amounts) {
        ProductFacts facts = product.facts();
        return new ProductForm(
                facts.code(),
                facts.name(),
                facts.description(),
                facts.unit(),
                facts.taxRate().signum() == 0 ? null : amounts.exact(facts.taxRate()),
                product.getVersion(),
                null);
    }

    ProductFacts facts(BigDecimal taxRate) {
        return new ProductFacts(
                text(code), Objects.requireNonNull(name).strip(), text(description), text(unit), taxRate);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
