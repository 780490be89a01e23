package app.tahap.field;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.field.FieldReader.Reading;
import app.tahap.money.Currencies;
import app.tahap.web.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Fills forms with a record's fields, and reads what people typed into them. A controller takes its parameters as
 * {@code @RequestParam MultiValueMap<String, String>}, puts the {@link FieldForm} into the model, and its template draws it by
 * {@code field/_fields.html :: fields(form)}, or one field by {@code :: field(input)}. One query where there is a field for
 * users, none otherwise.
 */
@Component
public class FieldForms {

    private final Fields definitions;
    private final Owners owners;
    private final MessageSource messages;

    FieldForms(Fields definitions, Owners owners, MessageSource messages) {
        this.definitions = definitions;
        this.owners = owners;
        this.messages = messages;
    }

    /** The fields in use of a record as it is; {@link FieldValues#NONE} for a new one. */
    public FieldForm of(RecordKind kind, FieldValues values, Viewer viewer) {
        return of(definitions.inUse(kind), values, viewer);
    }

    /** As {@link #of(RecordKind, FieldValues, Viewer)} for certain fields. */
    public FieldForm of(List<Field> fields, FieldValues values, Viewer viewer) {
        Offer offer = new Offer(fields, values, viewer);
        return new FieldForm(
                fields.stream().map(field -> offer.stored(field, values)).toList(), values);
    }

    /**
     * What somebody typed, field by field. A field whose parameter is missing stays as it was; one that is empty although it is
     * required has an error, and so has one that cannot be read. What was typed is shown again as it was.
     *
     * @param before what the record has; {@link FieldValues#NONE} for a new one
     */
    public FieldForm read(RecordKind kind, MultiValueMap<String, String> typed, FieldValues before, Viewer viewer) {
        return read(definitions.inUse(kind), typed, before, viewer);
    }

    /** As {@link #read(RecordKind, MultiValueMap, FieldValues, Viewer)} for certain fields; all others stay as they are. */
    public FieldForm read(List<Field> fields, MultiValueMap<String, String> typed, FieldValues before, Viewer viewer) {
        Offer offer = new Offer(fields, before, viewer);
        List<FieldInput> inputs = new ArrayList<>();
        FieldValues values = before;
        for (Field field : fields) {
            List<String> given = typed.get(field.parameter());
            FieldInput input = given == null
                    ? offer.stored(field, before)
                    : offer.typed(field, given, typed.getFirst(field.parameter() + "-currency"), before);
            Reading read =
                    given == null ? Reading.of(before.get(field.id())) : new FieldReader(viewer.locale()).read(input);
            if (read.problem() == null && read.value() == null && field.required()) {
                read = Reading.refused(
                        field.type().hasChoices() || field.type() == FieldType.USER
                                ? "field.required.choice"
                                : "field.required");
            }
            if (read.problem() == null) {
                values = values.with(field.id(), read.value());
                inputs.add(input);
            } else {
                inputs.add(refused(input, read.problem(), viewer.locale()));
            }
        }
        return new FieldForm(inputs, values);
    }

    private FieldInput refused(FieldInput input, FieldRules.Problem problem, Locale locale) {
        String error = messages.getMessage(problem.messageKey(), problem.arguments(), locale);
        return new FieldInput(
                input.field(), input.typed(), input.currency(), input.options(), input.currencies(), error);
    }

    /** What can be chosen in the fields of a record. */
    private final class Offer {

        private final List<Choice> users;
        private final List<Choice> currencies;
        private final Viewer viewer;

        Offer(List<Field> fields, FieldValues before, Viewer viewer) {
            this.viewer = viewer;
            List<Long> present = fields.stream()
                    .filter(field -> field.type() == FieldType.USER)
                    .flatMap(field -> ids(before.get(field.id())).stream())
                    .toList();
            this.users = has(fields, FieldType.USER) ? owners.choices(viewer, present) : List.of();
            this.currencies = has(fields, FieldType.MONEY)
                    ? Currencies.choices(viewer.baseCurrency(), viewer.locale())
                    : List.of();
        }

        private static boolean has(List<Field> fields, FieldType type) {
            return fields.stream().anyMatch(field -> field.type() == type);
        }

        FieldInput stored(Field field, FieldValues values) {
            FieldValue value = values.get(field.id());
            List<String> shown = FieldReader.written(field.type(), value, viewer.locale());
            String currency = value instanceof FieldValue.Amount amount ? amount.currency() : null;
            return input(field, shown, currency, values);
        }

        FieldInput typed(Field field, List<String> given, @Nullable String currency, FieldValues before) {
            List<String> filled = given.stream()
                    .map(text -> text.replace("\0", ""))
                    .filter(text -> !text.isBlank())
                    .toList();
            return input(field, filled, currency, before);
        }

        private FieldInput input(Field field, List<String> shown, @Nullable String currency, FieldValues before) {
            boolean money = field.type() == FieldType.MONEY;
            String base = viewer.baseCurrency().getCurrencyCode();
            return new FieldInput(
                    field,
                    shown,
                    money ? (currency == null || currency.isBlank() ? base : currency) : null,
                    field.type() == FieldType.USER ? users : choices(field, ids(before.get(field.id()))),
                    money ? withKept(before.get(field.id())) : List.of(),
                    null);
        }

        private static List<Choice> choices(Field field, Collection<Long> kept) {
            return field.choices().stream()
                    .filter(choice -> !choice.archived() || kept.contains(choice.id()))
                    .map(choice -> new Choice(choice.id(), choice.label()))
                    .toList();
        }

        /** What is in a currency that is not used any more can stay in it. */
        private List<Choice> withKept(@Nullable FieldValue before) {
            if (before instanceof FieldValue.Amount amount
                    && currencies.stream().noneMatch(choice -> choice.value().equals(amount.currency()))) {
                Choice kept = new Choice(amount.currency(), amount.currency());
                return Stream.concat(currencies.stream(), Stream.of(kept)).toList();
            }
            return currencies;
        }

        private static List<Long> ids(@Nullable FieldValue value) {
            return value == null ? List.of() : value.ids();
        }
    }
}
