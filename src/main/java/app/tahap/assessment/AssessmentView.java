package app.tahap.assessment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is asked and has answered.
 *
 * @param active whether the deal is open
 * @param asked the questions in their order
 * @param former answers to questions that are asked no more, or of another pipeline
 */
record AssessmentView(long dealId, String deal, boolean active, List<Item> asked, List<Former> former, Tags tags) {

    /** How many questions have no answer. */
    public long open() {
        return asked.stream().filter(item -> !item.stored().answer().isGiven()).count();
    }

    /** How many questions are new since the deal was first asked, and unanswered. */
    public long fresh() {
        return asked.stream().filter(Item::fresh).count();
    }

    public boolean isEmpty() {
        return former.isEmpty()
                && tags.isEmpty()
                && asked.stream().allMatch(item -> item.stored().version() == 0);
    }

    public List<Item> answered() {
        return asked.stream().filter(item -> item.stored().answer().isGiven()).toList();
    }

    /** The same with what was typed and not kept, since somebody else was first, shown beside what is stored. */
    AssessmentView beside(Map<Long, Answer> typed) {
        return new AssessmentView(
                dealId,
                deal,
                active,
                asked.stream().map(item -> item.beside(typed)).toList(),
                former,
                tags);
    }

    /**
     * A question with its answer.
     *
     * @param fresh whether it came after the deal was first asked, and has no answer
     * @param earlier answers to earlier wordings
     * @param typed what was typed and not kept, since somebody else was first; null for nothing
     */
    record Item(
            long wordingId,
            String text,
            String help,
            QuestionKind kind,
            List<String> choices,
            StoredAnswer stored,
            boolean fresh,
            List<Former> earlier,
            @Nullable Answer typed) {

        /** What its controls show. */
        public Answer shown() {
            return typed == null ? stored.answer() : typed;
        }

        public String words() {
            return stored.answer().inWords(choices);
        }

        public int mark() {
            return stored.answer().mark();
        }

        public int best() {
            return QuestionKind.BEST;
        }

        private Item beside(Map<Long, Answer> all) {
            return new Item(
                    wordingId, text, help, kind, choices, stored, fresh, earlier, new TreeMap<>(all).get(wordingId));
        }
    }

    /** An answer to a wording that is asked no more. */
    record Former(String question, String answer, StoredAnswer stored) {}

    /** The pains and needs of the deal, and those that it may have beside. */
    record Tags(List<Tag> pains, List<Tag> needs, List<String> otherPains, List<String> otherNeeds) {

        public boolean isEmpty() {
            return pains.isEmpty() && needs.isEmpty();
        }
    }

    record Tag(long id, String label) {}
}
