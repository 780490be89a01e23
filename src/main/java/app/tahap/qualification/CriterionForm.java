package app.tahap.qualification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A criterion as an administrator describes it. The kind counts for a new one alone. */
record CriterionForm(
        @NotBlank(message = "{qualification.name.required}") @Size(max = 100, message = "{qualification.name.long}") @Nullable String name,

        @Size(max = 500, message = "{qualification.hint.long}") @Nullable String hint,

        @Nullable AnswerKind kind,

        @NotNull(message = "{qualification.weight.invalid}") @Pattern(regexp = "\\s*+(100|[1-9]\\d?)\\s*", message = "{qualification.weight.invalid}")
        @Nullable String weight,

        @NotBlank(message = "{qualification.word.required}") @Size(max = 60, message = "{qualification.word.long}") @Nullable String word0,

        @NotBlank(message = "{qualification.word.required}") @Size(max = 60, message = "{qualification.word.long}") @Nullable String word1,

        @NotBlank(message = "{qualification.word.required}") @Size(max = 60, message = "{qualification.word.long}") @Nullable String word2,

        @NotBlank(message = "{qualification.word.required}") @Size(max = 60, message = "{qualification.word.long}") @Nullable String word3,

        @Nullable Boolean essential,
        @Nullable Long reasonId,
        @Nullable Integer version) {

    static CriterionForm blank(List<String> words) {
        return new CriterionForm(
                null,
                null,
                AnswerKind.GENERAL,
                "20",
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3),
                false,
                null,
                null);
    }

    static CriterionForm of(Criterion criterion) {
        List<String> words = criterion.words();
        return new CriterionForm(
                criterion.name(),
                criterion.hint(),
                criterion.kind(),
                Integer.toString(criterion.weight()),
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3),
                criterion.essential(),
                criterion.reasonId(),
                criterion.version());
    }

    String[] words() {
        return new String[] {stripped(word0), stripped(word1), stripped(word2), stripped(word3)};
    }

    int requiredWeight() {
        return Integer.parseInt(stripped(weight));
    }

    boolean isEssential() {
        return Boolean.TRUE.equals(essential);
    }

    String requiredName() {
        return stripped(name);
    }

    @Nullable String usedHint() {
        return hint == null || hint.isBlank() ? null : hint.strip();
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }
}
