package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.money.Currencies;
import app.tahap.money.Percentages;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of products, and the form of one. */
@Controller
@RequestMapping("/settings/products")
class ProductController {

    private static final int PAGE = 50;

    private final ProductList list;
    private final ProductService service;
    private final MessageSource messages;
    private final Notices notices;

    ProductController(ProductList list, ProductService service, MessageSource messages, Notices notices) {
        this.list = list;
        this.service = service;
        this.messages = messages;
        this.notices = notices;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.count(text, archived));
        model.addAttribute("section", "settings");
        model.addAttribute("archived", archived);
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.rows(text, archived, paging.offset(), PAGE, viewer));
        return "proposal/products";
    }

    @GetMapping("/new")
    String askForNew(Viewer viewer, Model model) {
        model.addAttribute("form", ProductForm.empty());
        return show(null, PriceForms.of(Map.of(), base(viewer), amounts(viewer)), Map.of(), viewer, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        return save(null, form, errors, sent, response, viewer, model, flash);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        Product product = service.load(id);
        model.addAttribute("form", ProductForm.of(product, amounts(viewer)));
        return show(product, PriceForms.of(product.prices(), base(viewer), amounts(viewer)), Map.of(), viewer, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        return save(service.load(id), form, errors, sent, response, viewer, model, flash);
    }

    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        service.archive(id);
        notices.tell(flash, "proposal.product.archived");
        return "redirect:/settings/products";
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        service.restore(id);
        notices.tell(flash, "proposal.product.restored");
        return "redirect:/settings/products/" + id;
    }

    private String save(
            @Nullable Product product,
            ProductForm form,
            BindingResult errors,
            MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PriceForms forms = PriceForms.read(sent, base(viewer));
        LineProblems problems = new LineProblems(messages, viewer.locale());
        Map<String, Price> prices = forms.read(viewer.locale(), problems);
        Optional<BigDecimal> tax = Percentages.read(Objects.requireNonNullElse(form.tax(), ""), viewer.locale());
        if (tax.isEmpty()) {
            errors.rejectValue("tax", "proposal.line.tax.invalid");
        }
        if (!problems.none()) {
            errors.rejectValue("name", "proposal.product.prices.problems");
        }
        Runnable change = () -> {
            ProductFacts facts = form.facts(tax.orElse(BigDecimal.ZERO));
            if (product == null) {
                service.create(facts, prices, form.key());
            } else {
                service.change(product.id(), facts, prices, form.version());
            }
        };
        if (Attempt.succeeds(change, errors, refused -> "code", response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/products";
        }
        return show(product, forms, problems.byField(), viewer, model);
    }

    private static String base(Viewer viewer) {
        return viewer.baseCurrency().getCurrencyCode();
    }

    private static AmountFormat amounts(Viewer viewer) {
        return new AmountFormat(viewer.locale(), viewer.baseCurrency(), List.of());
    }

    private static String show(
            @Nullable Product product, PriceForms prices, Map<String, String> problems, Viewer viewer, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("id", product == null ? null : product.id());
        model.addAttribute("archived", product != null && product.isArchived());
        model.addAttribute("version", product == null ? null : product.getVersion());
        model.addAttribute("prices", prices.rows());
        model.addAttribute("problems", problems);
        model.addAttribute("currencies", Currencies.choices(viewer.baseCurrency(), viewer.locale()));
        return "proposal/product";
    }
}
