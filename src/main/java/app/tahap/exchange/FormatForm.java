package app.tahap.exchange;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a file is written, as the user says. */
record FormatForm(
        @Nullable String charset,
        @NotNull @Nullable Delimiter delimiter,
        @Nullable Boolean heading,
        @NotNull @Nullable DateOrder dates,
        @NotNull @Nullable DecimalSign decimals,
        @NotNull @Nullable Integer version) {

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
