package app.tahap.field;

import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValue.Text;
import app.tahap.web.CellLabels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from the cells of a file: choices and users by name, numbers and dates as the file writes them.
 *
 * @param users whom a cell may name
 */
public record FieldCells(List<NamedUser> users) {

    public record NamedUser(long id, String name, @Nullable String email) {}

    /** The value that a cell means, which is not blank; empty where it is none that the field can hold. */
    public Optional<FieldValue> read(Field field, String cell, CellText text) {
        return value(field, cell, text).filter(value -> FieldRules.problemOf(field.type(), value) == null);
    }

    private Optional<FieldValue> value(Field field, String cell, CellText text) {
        return switch (field.type()) {
            case TEXT -> Optional.of(new Text(cell));
            case NUMBER -> text.number(cell).map(Numeric::new);
            case MONEY ->
                text.money(cell)
                        .map(money ->
                                new Amount(money.amount(), money.currency().getCurrencyCode()));
            case DATE -> text.date(cell).map(FieldValue::of);
            case CHOICE -> field.choice(cell).map(choice -> FieldValue.of(choice.id()));
            case CHOICES -> choices(field, cell);
            case USER -> user(cell);
        };
    }

    /** One label, or several. */
    private static Optional<FieldValue> choices(Field field, String cell) {
        List<Optional<FieldChoice>> found = CellLabels.split(
                        cell, label -> field.choice(label).isPresent())
                .stream()
                .map(field::choice)
                .toList();
        return found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(new Several(found.stream()
                        .flatMap(Optional::stream)
                        .map(FieldChoice::id)
                        .toList()));
    }

    /** By name, where one alone has it, or by e-mail address. */
    private Optional<FieldValue> user(String cell) {
        List<NamedUser> named = users.stream()
                .filter(user -> cell.equalsIgnoreCase(user.name()) || cell.equalsIgnoreCase(user.email()))
                .toList();
        return named.size() == 1 ? Optional.of(FieldValue.of(named.get(0).id())) : Optional.empty();
    }
}
