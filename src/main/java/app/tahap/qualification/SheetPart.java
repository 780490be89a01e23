package app.tahap.qualification;

import java.util.Arrays;
import java.util.List;

/** A column of a criterion in files of deals. */
enum SheetPart {
    RATING,
    AMOUNT(AnswerKind.BUDGET),
    CONFIRMED(AnswerKind.BUDGET),
    PERSON(AnswerKind.AUTHORITY),
    ROLE(AnswerKind.AUTHORITY),
    SEVERITY(AnswerKind.NEED),
    DUE(AnswerKind.TIMELINE),
    NOTE;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
    private final List<AnswerKind> kinds;

    SheetPart(AnswerKind... kinds) {
        this.kinds = List.of(kinds.length == 0 ? AnswerKind.values() : kinds);
    }

    static List<SheetPart> of(AnswerKind kind) {
        return Arrays.stream(values()).filter(part -> part.kinds.contains(kind)).toList();
    }

    String key(long criterionId) {
        return "qualification." + criterionId + "." + name();
    }
}
