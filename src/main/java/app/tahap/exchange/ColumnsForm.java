package app.tahap.exchange;

import app.tahap.deal.SheetColumn;
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
 * @param others the same for the columns that other modules know, by their keys
 */
record ColumnsForm(
        Map<DealField, @Nullable Integer> fields,
        Map<Long, @Nullable Integer> custom,
        Map<String, @Nullable Integer> others,
        @NotNull(message = "{web.value.invalid}") @Nullable Long pipeline,

        @NotNull(message = "{web.value.invalid}") @Nullable String currency,

        @Nullable Boolean zeroIsUnknown,

        @Size(max = 50, message = "{exchange.columns.system.long}") @Nullable String system,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version) {

    ColumnsForm(
            @Nullable Map<DealField, @Nullable Integer> fields,
            @Nullable Map<Long, @Nullable Integer> custom,
            @Nullable Map<String, @Nullable Integer> others,
            @Nullable Long pipeline,
            @Nullable String currency,
            @Nullable Boolean zeroIsUnknown,
            @Nullable String system,
            @Nullable Integer version) {
        this.fields = fields == null ? Map.of() : fields;
        this.custom = custom == null ? Map.of() : custom;
        this.others = others == null ? Map.of() : others;
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

    /** The column chosen for one that another module knows; null for none. */
    public @Nullable Integer otherColumn(String key) {
        return others.get(key);
    }

    public @Nullable Integer amountColumn() {
        return column(DealField.AMOUNT);
    }

    /** Checks what depends on the file. */
    void check(int columnCount, List<Field> customFields, List<SheetColumn> otherColumns, BindingResult errors) {
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
        for (SheetColumn other : otherColumns) {
            Integer column = otherColumn(other.key());
            if (column != null && (column < 0 || column >= columnCount)) {
                errors.rejectValue("others[" + other.key() + "]", "web.value.invalid");
            }
        }
    }

    /** The name of a field among the form's errors. */
    static String path(DealField field) {
        return "fields[" + field + "]";
    }

    Columns columns(List<Field> customFields, List<SheetColumn> otherColumns) {
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
        Map<String, Integer> toldOthers = new HashMap<>();
        for (SheetColumn other : otherColumns) {
            Integer column = otherColumn(other.key());
            if (column != null) {
                toldOthers.put(other.key(), column);
            }
        }
        return new Columns(
                told,
                Objects.requireNonNull(pipeline),
                Objects.requireNonNull(currency),
                Boolean.TRUE.equals(zeroIsUnknown),
                system == null ? "" : system.strip(),
                toldCustom,
                toldOthers);
    }

    static ColumnsForm of(Columns columns, int version) {
        return new ColumnsForm(
                Map.copyOf(columns.fields()),
                columns.custom() == null ? Map.of() : Map.copyOf(columns.custom()),
                Map.copyOf(columns.toldOthers()),
                columns.pipeline(),
                columns.currency(),
                columns.zeroIsUnknown(),
                columns.system(),
                version);
    }
}
