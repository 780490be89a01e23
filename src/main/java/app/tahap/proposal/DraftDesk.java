package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.assessment.Needs;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Does what the author of a draft asks for before anything is stored: reckons, adds, takes away. */
@Component
class DraftDesk {

    private final ProductReader products;
    private final TextBlocks texts;
    private final Needs needs;
    private final ProposalSettingsStore settings;
    private final MarginAccess margins;
    private final MessageSource messages;

    DraftDesk(
            ProductReader products,
            TextBlocks texts,
            Needs needs,
            ProposalSettingsStore settings,
            MarginAccess margins,
            MessageSource messages) {
        this.products = products;
        this.texts = texts;
        this.needs = needs;
        this.settings = settings;
        this.margins = margins;
        this.messages = messages;
    }

    /**
     * What the lines come to.
     *
     * @param terms of the lines that can be meant
     * @param nets what is shown at each line, by its key
     * @param problems by the name of the field
     * @param margin what is left of the price; null for whom is not to see it
     */
    record Reckoning(
            List<LineTerms> terms,
            Map<String, String> nets,
            Map<String, String> problems,
            String gross,
            @Nullable String reduction,
            String net,
            String tax,
            String total,
            @Nullable MarginView margin) {}

    Reckoning reckon(LineForms forms, Currency currency, Viewer viewer) {
        Locale locale = viewer.locale();
        LineProblems problems = new LineProblems(messages, locale);
        Map<Long, ProductOffer> named = products.offers(
                forms.all().stream()
                        .map(LineForm::productId)
                        .filter(Objects::nonNull)
                        .map(id -> Objects.requireNonNull(id))
                        .distinct()
                        .toList(),
                currency.getCurrencyCode());
        Map<String, LineTerms> terms = new LineReader(currency, locale, named, problems).read(forms);
        Rounding rounding = settings.load().rounding();
        Map<String, LineItem> lines = new LinkedHashMap<>();
        terms.forEach((key, line) -> lines.put(key, LineItem.of(line, currency, rounding)));
        return reckoning(List.copyOf(terms.values()), lines, problems, currency, viewer);
    }

    private Reckoning reckoning(
            List<LineTerms> terms,
            Map<String, LineItem> lines,
            LineProblems problems,
            Currency currency,
            Viewer viewer) {
        Totals totals = Totals.of(List.copyOf(lines.values()), currency);
        AmountFormat format = new AmountFormat(
                viewer.locale(),
                currency,
                lines.values().stream()
                        .flatMap(line -> Stream.of(line.net(), line.reduction(), line.tax()))
                        .toList());
        Map<String, String> nets = new LinkedHashMap<>();
        lines.forEach((key, line) -> nets.put(key, format.money(line.net())));
        return new Reckoning(
                terms,
                nets,
                problems.byField(),
                format.money(totals.gross()),
                totals.reduction().signum() == 0 ? null : format.money(totals.reduction()),
                format.money(totals.net()),
                format.money(totals.tax()),
                format.money(totals.total()),
                margins.seesMargin(viewer) ? MarginView.of(lines, totals, currency, viewer.locale()) : null);
    }

    /**
     * Arranges the lines as the pressed button asks.
     *
     * @return what was looked for as a product and not found; null for nothing
     */
    @Nullable String arrange(LineForms lines, MultiValueMap<String, String> sent, Currency currency, Viewer viewer) {
        if (sent.containsKey("remove")) {
            lines.remove(Objects.requireNonNullElse(sent.getFirst("remove"), ""));
        } else if (sent.containsKey("up")) {
            lines.shift(Objects.requireNonNullElse(sent.getFirst("up"), ""), -1);
        } else if (sent.containsKey("down")) {
            lines.shift(Objects.requireNonNullElse(sent.getFirst("down"), ""), 1);
        } else if (sent.containsKey("free") && lines.all().size() < LineForms.MOST) {
            lines.add(LineForm.empty(lines.freeKey()));
        } else if (sent.containsKey("add") && lines.all().size() < LineForms.MOST) {
            String wanted = Objects.requireNonNullElse(sent.getFirst("product"), "");
            Optional<ProductOffer> found = products.meant(wanted, currency.getCurrencyCode());
            if (found.isEmpty()) {
                return wanted;
            }
            AmountFormat format = new AmountFormat(viewer.locale(), currency, List.of());
            lines.add(LineForm.of(lines.freeKey(), found.get(), format));
        }
        return null;
    }

    /** Whether the deal's customer told anything that the problem can be written from. */
    boolean knowsNeeds(long dealId, Viewer viewer) {
        return !needs.of(dealId, viewer.locale()).isEmpty();
    }

    /** The form with the piece of text that was chosen, or with what the customer told; empty where neither was asked for. */
    Optional<DraftForm> withText(DraftForm form, long dealId, MultiValueMap<String, String> sent, Viewer viewer) {
        String wanted = Objects.requireNonNullElse(sent.getFirst("insert"), "");
        if (wanted.equals("NEEDS")) {
            return Optional.of(
                    form.with(Section.PROBLEM, needs.of(dealId, viewer.locale()).asMarkdown()));
        }
        for (Section section : Section.values()) {
            if (section.name().equals(wanted)) {
                String block = Objects.requireNonNullElse(sent.getFirst("block-" + section.name()), "");
                return block.matches("\\d{1,18}")
                        ? texts.find(Long.parseLong(block)).map(found -> form.with(section, found.text()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    List<TextBlock> blocks() {
        return texts.inUse();
    }
}
