package app.tahap.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a version of a proposal says.
 *
 * @param deal the deal's title
 * @param revision counts the changes of a draft
 */
record VersionView(
        long id,
        long proposalId,
        String reference,
        long dealId,
        String deal,
        int number,
        ProposalStatus status,
        ProposalHead head,
        ProposalTexts texts,
        Totals totals,
        List<LineItem> lines,
        Instant changedAt,
        @Nullable Instant sentAt,
        int revision) {

    AmountFormat amounts(Locale locale) {
        List<BigDecimal> shown = Stream.concat(
                        lines.stream()
                                .flatMap(line -> Stream.of(
                                        line.unitPrice(), line.gross(), line.reduction(), line.net(), line.tax())),
                        Stream.of(BigDecimal.ZERO))
                .toList();
        return new AmountFormat(locale, head.money(), shown);
    }
}
