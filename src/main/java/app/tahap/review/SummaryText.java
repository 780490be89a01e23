package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import app.tahap.web.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** A review's summary as text, in Markdown that reads well as it is: for minutes, mails and chats. */
@Component
class SummaryText {

    private final MessageSource messages;
    private final Formatter<Money> money;

    SummaryText(MessageSource messages, Formatter<Money> money) {
        this.messages = messages;
        this.money = money;
    }

    String of(SummaryView summary, Viewer viewer) {
        return new Writing(summary, viewer.locale(), viewer).write();
    }

    /** The text of one summary while it is written. */
    private final class Writing {

        private final SummaryView summary;
        private final Locale locale;
        private final Viewer viewer;
        private final Show show;
        private final List<String> lines = new ArrayList<>();

        Writing(SummaryView summary, Locale locale, Viewer viewer) {
            this.summary = summary;
            this.locale = locale;
            this.viewer = viewer;
            this.show = new Show(locale);
        }

        String write() {
            ReviewHead review = summary.review();
            lines.add("# " + say("review.text.title", review.pipeline(), date(review)));
            lines.add("");
            lines.add(say("review.summary.seen", summary.seen(), summary.deals()));
            totals();
            decisions();
            marks();
            titles("review.summary.skipped", summary.skipped());
            return String.join("\n", lines) + "\n";
        }

        private String date(ReviewHead review) {
            return show.date(review.startedAt(), viewer.zone());
        }

        private void totals() {
            Comparison told = summary.comparison();
            heading("review.summary.totals");
            lines.add("- "
                    + say(
                            "review.text.total",
                            say(key(Moment.BEFORE)),
                            count(told, Moment.BEFORE),
                            worth(told, Moment.BEFORE)));
            told.terms()
                    .forEach((term, part) ->
                            lines.add("- " + say("review.term." + term) + ": " + (term.isAdded() ? "+" : "−")
                                    + show.number(part.count()) + " (" + names(part.deals()) + ")"));
            if (told.changed().count() > 0) {
                lines.add("- " + say("review.term.CHANGED") + ": "
                        + total(told.changed().value()));
            }
            lines.add("- "
                    + say(
                            "review.text.total",
                            say(key(Moment.START)),
                            count(told, Moment.START),
                            worth(told, Moment.START)));
            lines.add("- "
                    + say("review.text.total", say(key(Moment.NOW)), count(told, Moment.NOW), worth(told, Moment.NOW)));
            movement("ADVANCED", told.advanced());
            movement("RETURNED", told.returned());
            movement("SLIPPED", told.slipped());
        }

        private String key(Moment moment) {
            return "review.moment." + (moment == Moment.NOW && summary.review().isEnded() ? "END" : moment);
        }

        private int count(Comparison told, Moment moment) {
            return told.at(moment).deals();
        }

        private String worth(Comparison told, Moment moment) {
            return total(told.at(moment).value());
        }

        private void movement(String which, List<Comparison.Named> deals) {
            if (!deals.isEmpty()) {
                lines.add("- " + say("review.movement." + which) + ": " + names(deals));
            }
        }

        private void decisions() {
            if (summary.told().isEmpty()) {
                return;
            }
            heading("review.summary.decisions");
            for (ReviewDealRow row : summary.told()) {
                String decision = row.decision() == null ? "" : ": " + say("review.decision." + row.decision());
                String words = row.words() == null ? "" : " – " + line(row.words());
                lines.add("- **" + line(row.title()) + "** (" + line(row.owner()) + ")" + decision + words);
                if (row.note() != null) {
                    row.note().lines().forEach(line -> lines.add("  " + line));
                }
                summary.followUpsOf(row.dealId())
                        .forEach(planned -> lines.add("  → "
                                + say(
                                        "review.follow-up",
                                        line(planned.subject()),
                                        planned.assignee(),
                                        show.date(planned.due()))));
            }
        }

        private void marks() {
            if (!summary.marked().isEmpty()) {
                heading("review.summary.marks");
                summary.marked()
                        .forEach((mark, rows) ->
                                lines.add("- " + say("review.mark." + mark) + " (" + show.number(rows.size()) + "): "
                                        + titles(rows.stream().map(ReviewDealRow::title))));
            }
        }

        private void titles(String heading, List<ReviewDealRow> rows) {
            if (!rows.isEmpty()) {
                heading(heading);
                lines.add(titles(rows.stream().map(ReviewDealRow::title)));
            }
        }

        private String names(List<Comparison.Named> deals) {
            return titles(deals.stream().map(Comparison.Named::title));
        }

        /** The first of many; all of them are in the table. */
        private String titles(Stream<String> titles) {
            List<String> all = titles.map(Writing::line).toList();
            String shown = all.stream().limit(SummaryView.SHOWN).collect(Collectors.joining("; "));
            return all.size() > SummaryView.SHOWN
                    ? say("review.text.more", shown, all.size() - SummaryView.SHOWN)
                    : shown;
        }

        private String total(MoneyTotal total) {
            List<String> parts = new ArrayList<>();
            if (!total.lacksRates()) {
                parts.add(money.print(total.base(), locale));
            }
            total.unvalued().forEach(one -> parts.add(money.print(one, locale)));
            return String.join(" + ", parts);
        }

        private void heading(String key) {
            lines.add("");
            lines.add("## " + say(key));
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        private static String line(String text) {
            return text.replaceAll("\\s*\\R\\s*", " ");
        }
    }
}
