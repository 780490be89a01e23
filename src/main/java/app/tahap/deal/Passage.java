package app.tahap.deal;

import app.tahap.field.FieldValues;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a move past exit criteria brings along: all of it happens in the transaction of the move, or nothing.
 *
 * @param filling what is told of the deal with the move, from what is known of it
 * @param fields the same for the administrator's fields
 * @param told what is filled in for {@link PassagePart}s, by the names of their fields
 * @param ticked ids of items of checklists that are ticked with the move
 * @param exception why a manager lets the deal go on although required criteria are missing; null where nobody does
 * @param checked false where criteria do not count, since it is not one of us who moves the deal
 */
public record Passage(
        UnaryOperator<DealFacts> filling,
        UnaryOperator<FieldValues> fields,
        Map<String, String> told,
        Set<Long> ticked,
        @Nullable String exception,
        boolean checked) {

    /** Just a move. */
    public static final Passage PLAIN = new Passage(UnaryOperator.identity(), Set.of(), null, true);

    /** Not held up by criteria, such as a customer's acceptance of a proposal, which nobody can refuse for a missing field. */
    public static final Passage UNCHECKED = new Passage(UnaryOperator.identity(), Set.of(), null, false);

    /** With nothing told but facts of the deal. */
    public Passage(UnaryOperator<DealFacts> filling, Set<Long> ticked, @Nullable String exception, boolean checked) {
        this(filling, UnaryOperator.identity(), Map.of(), ticked, exception, checked);
    }

    boolean isExcepted() {
        return exception != null;
    }
}
