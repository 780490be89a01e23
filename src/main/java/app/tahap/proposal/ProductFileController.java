package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Products as a file, out and in again. */
@Controller
class ProductFileController {

    private final ProductList list;
    private final ProductImport products;
    private final MessageSource messages;
    private final Notices notices;

    ProductFileController(ProductList list, ProductImport products, MessageSource messages, Notices notices) {
        this.list = list;
        this.products = products;
        this.messages = messages;
        this.notices = notices;
    }

    @GetMapping("/settings/products.csv")
    void export(Viewer viewer, HttpServletResponse response) throws IOException {
        String[] headings = Arrays.stream(ProductFile.Column.values())
                .map(column -> messages.getMessage(column.messageKey(), null, viewer.locale()))
                .toArray(String[]::new);
        Csv csv = Csv.download(response, "products.csv", headings);
        list.forEach(entry -> csv.row(
                entry.code(),
                entry.name(),
                entry.description(),
                entry.unit(),
                plain(entry.taxRate()),
                entry.currency(),
                plain(entry.price()),
                plain(entry.cost())));
    }

    @GetMapping("/settings/products/import")
    String ask(Model model) {
        return show(List.of(), model);
    }

    @PostMapping("/settings/products/import")
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(List.of(messages.getMessage("proposal.product.file.required", null, viewer.locale())), model);
        }
        ProductFile read = ProductFile.read(file.getBytes(), messages, viewer.locale());
        if (!read.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(read.problems(), model);
        }
        ProductImport.Result result = products.bring(read.rows());
        notices.tell(flash, "proposal.product.imported", result.added(), result.changed());
        return "redirect:/settings/products";
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private static String show(List<String> problems, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("problems", problems);
        return "proposal/product-import";
    }
}
