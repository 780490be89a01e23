package app.tahap.exchange;

import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.field.Field;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What the columns tell, as the user says.
 *
 * @param fields for each field the number of its column, or nothing
 * @param custom the same for the administrator's fields, by their ids
 */
record ColumnsForm(
        Map<DealField, @Nullable Integer> fields,
        Map<Long, @Nullable Integer> custom,
        @NotNull(message = "{web.value.invalid}") @Nullable Long pipeline,

        @NotNull(message = "{web.value.invalid}") @Nullable String currency,

        @Nullable Boolean zeroIsUnknown,

        @Size(max = 50, message = "{exchange.columns.system.long}") @Nullable String system,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version) {

    ColumnsForm(
            @Nullable Map<DealField, @Nullable Integer> fields,
            @Nullable Map<Long, @Nullable Integer> custom,
            @Nullable Long pipeline,
            @Nullable String currency,
            @Nullable Boolean zeroIsUnknown,
            @Nullable String system,
            @Nullable Integer version) {
        this.fields = fields == null ? Map.of() : fields;
        this.custom = custom == null ? Map.of() : custom;
        this.pipeline = pipeline;
        this.currency = currency;
        this.zeroIsUnknown = zeroIsUnknown;
        this.system = system;
        this.version = version;
    }

    /** The column chosen for a field; null for none. */
    public @Nullable Integer column(DealField field) {
        return fields.get(field);
    }

    /** The column chosen for one of the administrator's fields; null for none. */
    public @Nullable Integer customColumn(long fieldId) {
        return custom.get(fieldId);
    }

    public @Nullable Integer amountColumn() {
        return column(DealField.AMOUNT);
    }

    /** Checks what depends on the file. */
    void check(int columnCount, List<Field> customFields, BindingResult errors) {
        if (column(DealField.TITLE) == null) {
            errors.rejectValue(path(DealField.TITLE), "exchange.columns.title.required");
        }
        if (currency != null && AmountReader.currency(currency).isEmpty()) {
            errors.rejectValue("currency", "web.value.invalid");
        }
        for (DealField field : DealField.values()) {
            Integer column = column(field);
            if (column != null && (column < 0 || column >= columnCount)) {
                errors.rejectValue(path(field), "web.value.invalid");
            }
        }
        for (Field field : customFields) {
            Integer column = customColumn(field.id());
            if (column != null && (column < 0 || column >= columnCount)) {
                errors.rejectValue("custom[" + field.id() + "]", "web.value.invalid");
            }
        }
    }

    /** The name of a field among the form's errors. */
    static String path(DealField field) {
        return "fields[" + field + "]";
    }

    Columns columns(List<Field> customFields) {
        Map<DealField, Integer> told = new EnumMap<>(DealField.class);
        for (DealField field : DealField.values()) {
            Integer column = column(field);
            if (column != null) {
                told.put(field, column);
            }
        }
        Map<Long, Integer> toldCustom = new HashMap<>();
        for (Field field : customFields) {
            Integer column = customColumn(field.id());
            if (column != null) {
                toldCustom.put(field.id(), column);
            }
        }
        return new Columns(
                told,
                Objects.requireNonNull(pipeline),
                Objects.requireNonNull(currency),
                Boolean.TRUE.equals(zeroIsUnknown),
                system == null ? "" : system.strip(),
                toldCustom);
    }

    static ColumnsForm of(Columns columns, int version) {
        return new ColumnsForm(
                Map.copyOf(columns.fields()),
                columns.custom() == null ? Map.of() : Map.copyOf(columns.custom()),
                columns.pipeline(),
                columns.currency(),
                columns.zeroIsUnknown(),
                columns.system(),
                version);
    }
}
