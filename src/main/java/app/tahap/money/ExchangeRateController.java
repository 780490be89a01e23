package app.tahap.money;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Csv;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All currencies with their present rates, and a form for a new one. */
@Controller
class ExchangeRateController {

    private final ExchangeRateList list;
    private final ExchangeRateService rates;
    private final MessageSource messages;
    private final Notices notices;
    private final Clock clock;

    ExchangeRateController(
            ExchangeRateList list, ExchangeRateService rates, MessageSource messages, Notices notices, Clock clock) {
        this.list = list;
        this.rates = rates;
        this.messages = messages;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/settings/rates")
    String list(Viewer viewer, Model model) {
        model.addAttribute("form", new ExchangeRateForm(null, viewer.today(clock), null, null));
        return show(viewer, model);
    }

    @PostMapping("/settings/rates")
    String add(
            @Valid @ModelAttribute("form") ExchangeRateForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (Attempt.succeeds(() -> rates.add(form, viewer), errors, ExchangeRateController::fieldOf, response)) {
            String currency = Objects.requireNonNull(form.currency());
            String date = new Show(viewer.locale()).date(form.validFrom());
            notices.tell(flash, "money.rate.added", currency, date);
            return "redirect:/settings/rates/" + currency;
        }
        return show(viewer, model);
    }

    @GetMapping("/settings/rates.csv")
    void export(Viewer viewer, HttpServletResponse response) throws IOException {
        Csv csv = Csv.download(
                response,
                "rates.csv",
                messages.getMessage("money.rate.currency", null, viewer.locale()),
                messages.getMessage("money.rate.date", null, viewer.locale()),
                viewer.baseCurrency().getCurrencyCode());
        list.all()
                .forEach(row ->
                        csv.row(row.currency(), row.validFrom(), row.rate().stripTrailingZeros()));
    }

    private static String fieldOf(RuleException refused) {
        String key = refused.messageKey();
        return key.startsWith("money.rate.currency.")
                ? "currency"
                : key.startsWith("money.rate.date.") ? "validFrom" : "rate";
    }

    private String show(Viewer viewer, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("rows", list.currencies(viewer.today(clock)));
        model.addAttribute("missing", list.missing(viewer.today(clock)));
        model.addAttribute("currencies", Currencies.others(viewer.baseCurrency(), viewer.locale()));
        return "money/rates";
    }
}
