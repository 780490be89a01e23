package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class CsvTests {

    private final StringWriter written = new StringWriter();

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void beginsWithTheMarkThatTellsExcelTheEncoding() {
        assertThat(table("ID", "Title")).isEqualTo("\uFEFFID,Title\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+62 21 5550",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u00A0 \u200B=1"
            })
    void disarmsTextThatASpreadsheetWouldRun(String text) {
        assertThat(row(text)).contains("'" + text);
    }

    /** Where the list separator is a semicolon, such a text would be split there, quotation marks or not. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    Acme;=1+1     | Acme;'=1+1
                    ;+62;-1;@SUM  | ;'+62;'-1;'@SUM
                    a;"=1+1       | "a;'""=1+1"
                    a;'=1+1       | a;''=1+1
                    a;＝1          | a;'＝1
                    a;\u200B=1     | a;'\u200B=1
                    a; =1         | a; =1
                    a,=1          | "a,'=1"
                    Rp 500.000,-  | "Rp 500.000,-"
                    Rp 500.000,-1 | "Rp 500.000,'-1"
                    a;b=1         | a;b=1
                    """)
    void disarmsWhatWouldBecomeACellOfItsOwn(String text, String written) {
        assertThat(row(text)).isEqualTo(written + "\r\n");
    }

    @Test
    void disarmsWhatFollowsALineBreakOrTab() {
        assertThat(row("two\n=1\tthree\t-1")).isEqualTo("\"two\n'=1\tthree\t'-1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "'=1",
                "''=1",
                "+62;-1",
                "a;'=1",
                "a;\"'=1",
                "a\n=1;=2",
                "\t=1",
                "it's",
                "a;'b",
                "a,=1,'=2",
                "Rp 500.000,-",
                "Rp 500.000,'-",
                "500.000,--",
                "'",
                "- - ;-",
                "\u00A0=1",
                "'\u200B=1;\uFEFF=1"
            })
    void givesTextsBackAsTheyWere(String text) {
        String cell = row(text).strip();
        String unquoted =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;

        assertThat(Csv.armed(unquoted)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT Maju", "a=b", "1-2", "'quoted'", "😀", "<script>"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(row(text)).isEqualTo(text + "\r\n");
    }

    @Test
    void keepsNumbersAndDatesAsSuch() {
        assertThat(row(new BigDecimal("-5.50"), 7L, LocalDate.of(2026, 5, 20), null, ""))
                .isEqualTo("-5.50,7,2026-05-20,,\r\n");
    }

    @Test
    void partsCellsAsSpreadsheetsOfTheReadersLanguageDo() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
        assertThat(row("Meja; kursi", "a,b", new BigDecimal("-1500.50"), new BigDecimal("1E+3"), 7L))
                .isEqualTo("\"Meja; kursi\";a,b;-1500,50;1000;7\r\n");
    }

    @Test
    void partsCellsAsItIsTold() {
        Csv csv = new Csv(written, ';', "Title", "Amount");
        csv.row("=1;+2,-3", new BigDecimal("1.5"));
        assertThat(written.toString()).endsWith("Title;Amount\r\n\"'=1;'+2,'-3\";1,5\r\n");
    }

    @Test
    void quotesSeparatorsQuotesAndLineBreaks() {
        assertThat(row("a,b", "say \"yes\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void doesNotHideThatTheReaderWentAway() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new Csv(broken, "ID")).isInstanceOf(UncheckedIOException.class);
    }

    private String table(String... headings) {
        assertThat(new Csv(written, headings)).isNotNull();
        return written.toString();
    }

    private String row(@Nullable Object... cells) {
        Csv csv = new Csv(written, "first");
        int heading = written.getBuffer().length();
        csv.row(cells);
        return written.getBuffer().substring(heading);
    }
}
