package app.tahap.proposal;

import app.tahap.deal.RecordRow;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Makes lines of rows of a file, by the rules for lines that are typed. */
final class LineRows {

    private static final String KEY = "0";
    private static final Set<String> YES = Set.of("1", "true", "yes", "ya");
    private static final Set<String> NO = Set.of("", "0", "false", "no", "tidak");

    /** Something that no number is read from. */
    private static final String NO_NUMBER = "?";

    private final Map<String, Map<String, ProductOffer>> offers = new HashMap<>();
    private final ProductReader products;
    private final Rounding rounding;
    private final MessageSource messages;
    private final Locale locale;

    LineRows(ProductReader products, Rounding rounding, MessageSource messages, Locale locale) {
        this.products = products;
        this.rounding = rounding;
        this.messages = messages;
        this.locale = locale;
    }

    Rounding rounding() {
        return rounding;
    }

    /** The line that a row tells; what is wrong is told to the row. */
    Optional<LineItem> read(RecordRow row, Currency currency) {
        ProductOffer product = product(row, currency);
        LineForm form = form(row, product);
        LineProblems problems = new LineProblems(messages, locale);
        Map<Long, ProductOffer> named = product == null ? Map.of() : Map.of(product.id(), product);
        // numbers are written anew, as they are in English, since it is the file that says how its own are written
        Optional<LineItem> line = new LineReader(currency, Locale.ENGLISH, named, problems)
                .read(form)
                .map(terms -> LineItem.of(terms, currency, rounding));
        problems.byField().forEach((field, text) -> {
            String column = column(field.substring(0, field.indexOf('-')), form.discountKind());
            row.refuse("proposal.file.cell", row.heading(column), row.text(column), text);
        });
        line.ifPresent(reckoned -> compare(row, reckoned.net(), currency));
        return line;
    }

    private @Nullable ProductOffer product(RecordRow row, Currency currency) {
        String code = row.text(ProposalFile.CODE);
        ProductOffer product = code.isEmpty()
                ? null
                : offers.computeIfAbsent(currency.getCurrencyCode(), products::byCode)
                        .get(code.toLowerCase(Locale.ROOT));
        if (product == null && !code.isEmpty()) {
            row.refuse("proposal.file.product", code);
        }
        return product;
    }

    private static LineForm form(RecordRow row, @Nullable ProductOffer product) {
        String percent = row.text(ProposalFile.PERCENT);
        boolean byPercent =
                !percent.isEmpty() || row.text(ProposalFile.REDUCTION).isEmpty();
        String optional = row.text(ProposalFile.OPTIONAL).toLowerCase(Locale.ROOT);
        if (!YES.contains(optional) && !NO.contains(optional)) {
            row.refuse("proposal.file.optional", optional, row.heading(ProposalFile.OPTIONAL));
        }
        return new LineForm(
                KEY,
                product == null ? null : product.id(),
                row.text(ProposalFile.DESCRIPTION),
                number(row, row.text(ProposalFile.QUANTITY)),
                row.text(ProposalFile.UNIT),
                number(row, row.text(ProposalFile.PRICE)),
                number(row, bare(byPercent ? percent : row.text(ProposalFile.REDUCTION))),
                byPercent ? DiscountKind.PERCENT : DiscountKind.AMOUNT,
                number(row, bare(row.text(ProposalFile.TAX))),
                YES.contains(optional));
    }

    private static String bare(String percent) {
        return percent.replaceFirst("\\s*%$", "");
    }

    private static String number(RecordRow row, String text) {
        return text.isEmpty()
                ? ""
                : row.cells().number(text).map(BigDecimal::toPlainString).orElse(NO_NUMBER);
    }

    private static String column(String field, DiscountKind kind) {
        return switch (field) {
            case "discount" -> kind == DiscountKind.PERCENT ? ProposalFile.PERCENT : ProposalFile.REDUCTION;
            default -> field;
        };
    }

    /** What the file reckons must be what is reckoned here, but for rounding. */
    private void compare(RecordRow row, BigDecimal ours, Currency currency) {
        String text = row.text(ProposalFile.NET);
        if (text.isEmpty()) {
            return;
        }
        BigDecimal told = row.cells().number(text).orElse(null);
        if (told == null) {
            row.refuse(
                    "proposal.file.cell",
                    row.heading(ProposalFile.NET),
                    text,
                    messages.getMessage("proposal.line.amount.invalid", null, locale));
            return;
        }
        BigDecimal minor = BigDecimal.ONE.movePointLeft(Math.max(0, currency.getDefaultFractionDigits()));
        if (told.subtract(ours).abs().compareTo(minor) > 0) {
            AmountFormat format = new AmountFormat(locale, currency, List.of(told, ours));
            row.refuse("proposal.file.net", format.money(told), format.money(ours));
        }
    }
}
