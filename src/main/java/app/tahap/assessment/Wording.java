package app.tahap.assessment;

import java.util.List;
import java.util.Locale;

/**
 * A question as it is put, which may be put otherwise later.
 *
 * @param help what to listen for
 * @param choices of which answers tell the places, counted from 0; empty where there is nothing to choose
 */
record Wording(QuestionKind kind, Bilingual text, Bilingual help, List<Bilingual> choices) {

    /** Where a page shows the choices with their places. */
    List<String> choicesIn(Locale language) {
        return choices.stream().map(choice -> choice.in(language)).toList();
    }
}
