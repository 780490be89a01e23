package app.tahap.proposal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes a small PDF after the start and throws it away, so that whoever wants the first one need not wait until all that makes
 * them is loaded. It asks nothing of the database, and nobody waits for it.
 */
@Component
class PdfWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(PdfWarmUp.class);

    private static final Currency CURRENCY = Currency.getInstance("USD");
    private static final int LINES = 20;
    private static final String TEXT = "A *word*, a **strong** one, ***both***.\n\n- one\n- two";

    private final PdfRenderer renderer;
    private final DocumentViews views;
    private final Clock clock;
    private final boolean enabled;

    PdfWarmUp(PdfRenderer renderer, DocumentViews views, Clock clock, @Value("${tahap.pdf.warm-up}") boolean enabled) {
        this.renderer = renderer;
        this.views = views;
        this.clock = clock;
        this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (enabled) {
            Thread thread = new Thread(this::warmUp, "pdf-warm-up");
            thread.setDaemon(true); // the end does not wait for it either
            thread.start();
        }
    }

    void warmUp() {
        try {
            ProposalSettings settings = ProposalSettings.FIRST;
            DocumentViews.Home home = new DocumentViews.Home("Tahap", "UTC");
            renderer.render(views.of(example(settings), settings, home), settings, Optional.empty(), true);
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("Cannot make a PDF: {}", failed.toString());
        }
    }

    private VersionView example(ProposalSettings settings) {
        LineTerms terms = new LineTerms(
                null,
                "One\ntwo",
                BigDecimal.ONE,
                "m",
                BigDecimal.TEN,
                null,
                DiscountKind.PERCENT,
                BigDecimal.ONE,
                BigDecimal.TEN,
                false);
        List<LineItem> lines = Collections.nCopies(LINES, LineItem.of(terms, CURRENCY, settings.rounding()));
        return new VersionView(
                0,
                0,
                "0000-0000",
                0,
                "Tahap",
                1,
                ProposalStatus.DRAFT,
                new ProposalHead("Tahap", "Tahap", "en", CURRENCY.getCurrencyCode(), null),
                new ProposalTexts(TEXT, TEXT, null, null, TEXT),
                Totals.of(lines, CURRENCY),
                lines,
                clock.instant(),
                null,
                0);
    }
}
