package app.tahap.qualification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frameworks that teams begin with. Names and words stand in the bundle below the criterion's key. */
enum FrameworkTemplate {
    BANT(
            new Part("budget", AnswerKind.BUDGET, 30, true),
            new Part("authority", AnswerKind.AUTHORITY, 25, false),
            new Part("need", AnswerKind.NEED, 30, true),
            new Part("timeline", AnswerKind.TIMELINE, 15, false)),
    MEDDIC(
            new Part("metrics", AnswerKind.GENERAL, 15, false),
            new Part("buyer", AnswerKind.AUTHORITY, 20, false),
            new Part("criteria", AnswerKind.GENERAL, 15, false),
            new Part("process", AnswerKind.TIMELINE, 15, false),
            new Part("pain", AnswerKind.NEED, 20, true),
            new Part("champion", AnswerKind.AUTHORITY, 15, false)),
    CHAMP(
            new Part("challenges", AnswerKind.NEED, 35, true),
            new Part("authority", AnswerKind.AUTHORITY, 25, false),
            new Part("money", AnswerKind.BUDGET, 25, false),
            new Part("prioritization", AnswerKind.TIMELINE, 15, false)),
    BLANK;

    private final List<Part> parts;

    FrameworkTemplate(Part... parts) {
        this.parts = List.of(parts);
    }

    List<Part> parts() {
        return parts;
    }

    record Part(String key, AnswerKind kind, int weight, boolean essential) {

        /** Which of a new workspace's reasons for disqualifying says that this is missing, counted from 0; null for none. */
        @Nullable Integer reason() {
            return switch (kind) {
                case NEED -> 0;
                case BUDGET -> 1;
                case AUTHORITY -> 3;
                case TIMELINE, GENERAL -> null;
            };
        }
    }
}
