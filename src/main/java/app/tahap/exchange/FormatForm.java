package app.tahap.exchange;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a file is written, as the user says. */
record FormatForm(
        @Nullable String charset,
        @NotNull(message = "{web.value.invalid}") @Nullable Delimiter delimiter,
        @Nullable Boolean heading,
        @NotNull(message = "{web.value.invalid}") @Nullable DateOrder dates,
        @NotNull(message = "{web.value.invalid}") @Nullable DecimalSign decimals,
        @NotNull(message = "{web.value.invalid}") @Nullable Integer version) {

    static FormatForm of(FileFormat format, int version) {
        return new FormatForm(
                format.charset(), format.delimiter(), format.heading(), format.dates(), format.decimals(), version);
    }

    @AssertTrue(message = "{web.value.invalid}") public boolean isCharsetKnown() {
        return Encoding.isKnown(charset);
    }

    FileFormat format() {
        return new FileFormat(
                Objects.requireNonNull(charset),
                Objects.requireNonNull(delimiter),
                Boolean.TRUE.equals(heading),
                Objects.requireNonNull(dates),
                Objects.requireNonNull(decimals));
    }
}
