package app.tahap.proposal;

import app.tahap.account.Viewer;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Products that may be meant while a name is typed into a draft. */
@Controller
class ProductSuggestionController {

    private final ProductReader products;

    ProductSuggestionController(ProductReader products) {
        this.products = products;
    }

    @GetMapping("/proposals/products")
    String suggest(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable Currency currency,
            Viewer viewer,
            Model model) {
        String code =
                Objects.requireNonNullElse(currency, viewer.baseCurrency()).getCurrencyCode();
        model.addAttribute("products", products.suggest(Objects.requireNonNullElse(product, ""), code));
        return "proposal/_lines :: products";
    }
}
