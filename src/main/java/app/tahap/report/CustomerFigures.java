package app.tahap.report;

import java.util.List;

/**
 * What is known of customers.
 *
 * @param needs those met most often first
 * @param competitors to whom deals of the period were lost: those of the list, then others, then nobody knows
 * @param ready open deals that are ready to close
 */
public record CustomerFigures(List<NeedRow> needs, List<CompetitorRow> competitors, DealCount ready) {

    /** Whether anybody told to whom a deal was lost. */
    public boolean knowsCompetitors() {
        return competitors.stream().anyMatch(row -> row.label() != null || row.another());
    }
}
