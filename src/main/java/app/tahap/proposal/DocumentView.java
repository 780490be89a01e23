package app.tahap.proposal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as the customer reads it, all in the proposal's language and ready to be shown: by the PDF, on the customer's page
 * and to the team.
 *
 * @param reference names the proposal and the version
 * @param parts the texts before the lines; {@code terms} stand after them
 * @param discounts whether any line has one
 * @param taxed whether any line is taxed
 * @param sums what the lines come to, the total last
 * @param labels headings and the like by their names
 */
record DocumentView(
        String language,
        String reference,
        String title,
        List<String> recipient,
        List<String> sender,
        String workspace,
        @Nullable String date,
        @Nullable String validUntil,
        List<Part> parts,
        @Nullable Part terms,
        boolean discounts,
        boolean taxed,
        List<Line> lines,
        List<Line> options,
        List<Sum> sums,
        @Nullable String footer,
        Map<String, String> labels) {

    /** @param html safe to be shown as it is */
    record Part(String heading, String html) {}

    record Line(
            int number,
            String description,
            String quantity,
            String price,
            @Nullable String discount,
            @Nullable String tax,
            String net) {}

    record Sum(String label, String amount, boolean total) {}
}
