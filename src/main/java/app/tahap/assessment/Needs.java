package app.tahap.assessment;

import app.tahap.assessment.AssessmentView.Tag;
import app.tahap.assessment.AssessmentView.Tags;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a customer needs, for whoever writes to that customer. */
@Component
public class Needs {

    private final Assessments assessments;
    private final DealTags tags;

    Needs(Assessments assessments, DealTags tags) {
        this.assessments = assessments;
        this.tags = tags;
    }

    /**
     * What is known of a deal, with two queries; the caller has seen to it that the deal may be seen.
     *
     * @param language in which the workspace's own words are told
     */
    public Told of(long dealId, Locale language) {
        Tags noted = tags.of(dealId);
        List<Answered> problem = assessments.rows(dealId).stream()
                .filter(row -> row.asked()
                        && row.forProposal()
                        && row.stored().answer().isGiven())
                .map(row -> new Answered(
                        row.wording().text().in(language),
                        row.stored().answer().inWords(row.wording().choicesIn(language))))
                .toList();
        return new Told(
                noted.pains().stream().map(Tag::label).toList(),
                noted.needs().stream().map(Tag::label).toList(),
                problem);
    }

    /**
     * @param pains what the customer suffers from, in the order in which it was noted
     * @param needs what the customer wishes for
     * @param problem the answers that tell the customer's problem, in the order of the questions
     */
    public record Told(List<String> pains, List<String> needs, List<Answered> problem) {

        public boolean isEmpty() {
            return pains.isEmpty() && needs.isEmpty() && problem.isEmpty();
        }

        /** Pains, then needs, as items of a list, and the answers in paragraphs; a start for what an author writes. */
        public String asMarkdown() {
            String items = Stream.concat(pains.stream(), needs.stream())
                    .map(item -> "- " + item)
                    .collect(Collectors.joining("\n"));
            return Stream.concat(Stream.of(items), problem.stream().map(Answered::answer))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n\n"));
        }
    }

    /** @param answer in the customer's words, or as it was chosen; it may have several lines */
    public record Answered(String question, String answer) {}
}
