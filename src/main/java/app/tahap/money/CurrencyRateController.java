package app.tahap.money;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import app.tahap.web.Paging;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The history of one currency's rates. */
@Controller
@RequestMapping("/settings/rates/{currency}")
class CurrencyRateController {

    private static final int PAGE = 50;

    private final ExchangeRateList list;
    private final ExchangeRateService rates;
    private final Notices notices;
    private final Clock clock;

    CurrencyRateController(ExchangeRateList list, ExchangeRateService rates, Notices notices, Clock clock) {
        this.list = list;
        this.rates = rates;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping
    String history(
            @PathVariable Currency currency,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        String code = currency.getCurrencyCode();
        Paging paging = Paging.of(page, PAGE, list.count(code));
        if (paging.total() == 0) {
            throw new NotFoundException("rates of", code);
        }
        model.addAttribute("form", new ExchangeRateForm(code, viewer.today(clock), null, null));
        model.addAttribute("section", "settings");
        model.addAttribute("currency", currency);
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.history(code, paging.offset(), PAGE));
        return "money/currency-rates";
    }

    @GetMapping("/{validFrom}")
    String ask(@PathVariable Currency currency, @PathVariable LocalDate validFrom, Viewer viewer, Model model) {
        String rate = new Show(viewer.locale()).exact(rates.load(currency.getCurrencyCode(), validFrom));
        model.addAttribute("form", new ExchangeRateForm(currency.getCurrencyCode(), validFrom, rate, null));
        return show(currency, validFrom, model);
    }

    @PostMapping("/{validFrom}")
    String change(
            @PathVariable Currency currency,
            @PathVariable LocalDate validFrom,
            @Valid @ModelAttribute("form") ExchangeRateForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String code = currency.getCurrencyCode();
        rates.load(code, validFrom);
        if (Attempt.succeeds(() -> rates.change(code, validFrom, form, viewer), errors, refused -> "rate", response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/rates/" + code;
        }
        return show(currency, validFrom, model);
    }

    @PostMapping("/{validFrom}/removal")
    String remove(
            @PathVariable Currency currency,
            @PathVariable LocalDate validFrom,
            @ModelAttribute("removal") ExchangeRateForm seen,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String code = currency.getCurrencyCode();
        try {
            rates.remove(code, validFrom, seen);
        } catch (OptimisticLockingFailureException stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", true);
            return ask(currency, validFrom, viewer, model);
        }
        String date = new Show(viewer.locale()).date(validFrom);
        notices.tell(flash, "money.rate.removed", code, date);
        return "redirect:/settings/rates" + (list.count(code) == 0 ? "" : "/" + code);
    }

    private String show(Currency currency, LocalDate validFrom, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("currency", currency);
        model.addAttribute("validFrom", validFrom);
        model.addAttribute(
                "before", rates.load(currency.getCurrencyCode(), validFrom).toPlainString());
        return "money/rate";
    }
}
