package app.tahap.field;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A field as an administrator fills it in.
 *
 * @param kind and type are told of a new field only
 * @param choices of a new field, one a line
 */
record DefinitionForm(
        @NotNull(message = "{field.kind.required}") @Nullable RecordKind kind,

        @NotNull(message = "{field.type.required}") @Nullable FieldType type,

        @NotBlank(message = "{field.name.required}") @Size(max = 60, message = "{field.name.long}") @Nullable String name,

        @Size(max = 200, message = "{field.hint.long}") @Nullable String hint,

        @Nullable Boolean required,
        @Nullable String choices,
        @Nullable Integer version) {

    private static final int LONGEST_LABEL = 100;
    private static final int MOST_CHOICES = 200;

    static DefinitionForm of(Field field) {
        return new DefinitionForm(
                field.kind(), field.type(), field.name(), field.hint(), field.required(), null, field.version());
    }

    boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    String strippedName() {
        return Objects.requireNonNull(name).strip();
    }

    @Nullable String strippedHint() {
        return hint == null || hint.isBlank() ? null : hint.strip();
    }

    List<String> choiceLabels() {
        return choices == null || type == null || !type.hasChoices()
                ? List.of()
                : choices.lines()
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .toList();
    }

    /** Tells the errors of a new field's choices. */
    void checkChoices(Errors errors) {
        List<String> labels = choiceLabels();
        Set<String> seen = new HashSet<>();
        if (type != null && type.hasChoices() && labels.isEmpty()) {
            errors.rejectValue("choices", "field.choices.required");
        } else if (labels.size() > MOST_CHOICES) {
            errors.rejectValue("choices", "field.choice.most", new Object[] {MOST_CHOICES}, null);
        } else if (labels.stream().anyMatch(label -> label.length() > LONGEST_LABEL)) {
            errors.rejectValue("choices", "field.choice.long");
        } else {
            labels.stream()
                    .filter(label -> !seen.add(label.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(
                            twice -> errors.rejectValue("choices", "field.choice.twice", new Object[] {twice}, null));
        }
    }
}
