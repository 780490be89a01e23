package app.tahap.proposal;

import app.tahap.proposal.DocumentView.Line;
import app.tahap.proposal.DocumentView.Part;
import app.tahap.proposal.DocumentView.Sum;
import app.tahap.web.Markdown;
import app.tahap.web.Show;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes versions as customers read them. */
@Component
class DocumentViews {

    private static final int HEADINGS_BELOW_PARTS = 3;

    private static final List<String> LABELS = List.of(
            "proposal",
            "for",
            "from",
            "date",
            "valid",
            "number",
            "description",
            "quantity",
            "price",
            "discount",
            "tax",
            "net",
            "options",
            "options.text",
            "PROBLEM",
            "SOLUTION",
            "BENEFITS",
            "INVESTMENT",
            "TERMS",
            "lines");

    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentViews(MessageSource messages, JdbcClient jdbc, Clock clock) {
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who sends proposals, and by whose clock they are dated. */
    record Home(String name, String timeZone) {}

    /** A draft bears the date of today, and what was sent the date of its sending. */
    DocumentView of(VersionView version, ProposalSettings settings) {
        Home home = jdbc.sql("select name, time_zone from workspace")
                .query(Home.class)
                .single();
        return of(version, settings, home);
    }

    DocumentView of(VersionView version, ProposalSettings settings, Home home) {
        Locale locale = version.head().locale();
        Show show = new Show(locale);
        AmountFormat amounts = version.amounts(locale);
        Instant at = Objects.requireNonNullElseGet(version.sentAt(), clock::instant);
        LocalDate validUntil = version.head().validUntil();
        List<LineItem> lines = version.lines();
        List<String> sender = split(settings.sender());
        return new DocumentView(
                locale.getLanguage(),
                version.reference() + "/" + version.number(),
                version.head().title(),
                split(version.head().recipient()),
                sender.isEmpty() ? List.of(home.name()) : sender,
                home.name(),
                show.date(at, ZoneId.of(home.timeZone())),
                validUntil == null ? null : show.date(validUntil),
                Stream.of(Section.PROBLEM, Section.SOLUTION, Section.BENEFITS, Section.INVESTMENT)
                        .map(section -> part(section, version.texts(), locale))
                        .filter(Objects::nonNull)
                        .map(part -> Objects.requireNonNull(part))
                        .toList(),
                part(Section.TERMS, version.texts(), locale),
                lines.stream().anyMatch(line -> line.reduction().signum() != 0),
                lines.stream().anyMatch(line -> line.taxRate().signum() != 0),
                lines(lines, false, amounts),
                lines(lines, true, amounts),
                sums(version, amounts, locale),
                settings.footer(),
                labels(locale, version.head()));
    }

    private @Nullable Part part(Section section, ProposalTexts texts, Locale locale) {
        String text = texts.of(section);
        return text == null
                ? null
                : new Part(word(section.name(), locale), Markdown.toHtml(text, HEADINGS_BELOW_PARTS));
    }

    private static List<Line> lines(List<LineItem> lines, boolean optional, AmountFormat amounts) {
        List<Line> shown = new ArrayList<>();
        for (LineItem line : lines) {
            if (line.optional() == optional) {
                shown.add(line(shown.size() + 1, line, amounts));
            }
        }
        return shown;
    }

    private static Line line(int number, LineItem line, AmountFormat amounts) {
        String unit = line.unit() == null ? "" : "\u00A0" + line.unit();
        String off = line.discountKind() == DiscountKind.PERCENT
                ? "−" + amounts.exact(line.discount()) + "%"
                : "−" + amounts.plain(line.reduction());
        return new Line(
                number,
                line.description(),
                amounts.exact(line.quantity()) + unit,
                amounts.plain(line.unitPrice()),
                line.discount().signum() == 0 ? null : off,
                line.taxRate().signum() == 0 ? null : amounts.exact(line.taxRate()) + "%",
                amounts.plain(line.net()));
    }

    private List<Sum> sums(VersionView version, AmountFormat amounts, Locale locale) {
        Totals totals = version.totals();
        List<Sum> sums = new ArrayList<>();
        if (totals.reduction().signum() != 0) {
            sums.add(new Sum(word("sum.gross", locale), amounts.money(totals.gross()), false));
            sums.add(new Sum(word("sum.reduction", locale), "−" + amounts.money(totals.reduction()), false));
        }
        Map<BigDecimal, BigDecimal> taxes = new TreeMap<>();
        version.lines().stream()
                .filter(line -> !line.optional() && line.taxRate().signum() != 0)
                .forEach(line -> taxes.merge(line.taxRate().stripTrailingZeros(), line.tax(), BigDecimal::add));
        if (!taxes.isEmpty()) {
            sums.add(new Sum(word("sum.net", locale), amounts.money(totals.net()), false));
            taxes.forEach((rate, tax) ->
                    sums.add(new Sum(word("sum.tax", locale, amounts.exact(rate)), amounts.money(tax), false)));
        }
        sums.add(new Sum(word("sum.total", locale), amounts.money(totals.total()), true));
        return sums;
    }

    private Map<String, String> labels(Locale locale, ProposalHead head) {
        Map<String, String> labels = new HashMap<>();
        LABELS.forEach(label -> labels.put(label.replace('.', '_'), word(label, locale, head.currency())));
        return labels;
    }

    private String word(String name, Locale locale, Object... arguments) {
        return messages.getMessage("proposal.document." + name, arguments, locale);
    }

    private static List<String> split(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
