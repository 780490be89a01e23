package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatGuessTests {

    private static final String TABLE = "Title,Owner\nCafé,Zoë Müller\nNaïve façade,Jürgen\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void findsTheEncoding(String charset) throws IOException {
        FileFormat format = guess(TABLE.getBytes(Charset.forName(charset)));

        assertThat(format.charset()).isEqualTo(charset);
        assertThat(cells(TABLE.getBytes(Charset.forName(charset)), format)).contains("Zoë Müller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void passesOverAByteOrderMark(String charset) throws IOException {
        byte[] file = ("\uFEFF" + TABLE).getBytes(Charset.forName(charset));

        FileFormat format = guess(file);

        assertThat(format.charset()).isEqualTo(charset);
        assertThat(FileSurvey.of(() -> new ByteArrayInputStream(file), format).headings())
                .containsExactly("Title", "Owner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"COMMA | ','", "SEMICOLON | ';'", "PIPE | '|'"})
    void findsTheDelimiter(Delimiter delimiter, String sign) throws IOException {
        String table = "Title,Owner,Note\nA,B,\"x;y|z,\"\nC,D,E\n".replace(",", sign);

        assertThat(guess(table).delimiter()).isEqualTo(delimiter);
    }

    @Test
    void findsTabsAmongCommas() throws IOException {
        assertThat(guess("Title\tOwner\nA, B, C\tD\nE, F, G\tH\n").delimiter()).isEqualTo(Delimiter.TAB);
    }

    @Test
    void believesTheLineThatNamesTheDelimiter() throws IOException {
        byte[] file = "sep=;\r\nTitle;Owner\r\nA;B\r\n".getBytes(StandardCharsets.UTF_8);

        FileSurvey survey = FileSurvey.of(() -> new ByteArrayInputStream(file), guess(file));

        assertThat(survey.headings()).containsExactly("Title", "Owner");
        assertThat(survey.rows()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/2016 3/4/2017, DMY",
        "3/4/2017 12/31/2016, MDY",
        "2017-04-03 2017-04-04, MDY",
        "99-12-31 98-01-30, YMD",
    })
    void findsTheOrderOfDates(String dates, DateOrder order) throws IOException {
        assertThat(guess("Title,Created\nA," + dates.replace(" ", "\nB,") + "\n")
                        .dates())
                .isEqualTo(order);
    }

    @Test
    void followsTheLanguageWhereDatesDoNotTell() throws IOException {
        byte[] file = "Title,Created\nA,3/4/2017\n".getBytes(StandardCharsets.UTF_8);

        assertThat(FormatGuess.guess(() -> new ByteArrayInputStream(file), Locale.ENGLISH)
                        .dates())
                .isEqualTo(DateOrder.MDY);
        assertThat(FormatGuess.guess(() -> new ByteArrayInputStream(file), Locale.forLanguageTag("id"))
                        .dates())
                .isEqualTo(DateOrder.DMY);
        assertThat(FileSurvey.of(() -> new ByteArrayInputStream(file), guess(file))
                        .evidence()
                        .isDateOrderUncertain())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,50 | COMMA",
                "1,234.50 | POINT",
                "12,5     | COMMA",
                "12.5     | POINT",
                "1.000.000 | COMMA",
                "1,000,000 | POINT",
                "$1,234.50 | POINT",
                "Rp 1.000.000 | COMMA",
                "1054     | POINT",
            })
    void findsTheDecimalSign(String number, DecimalSign sign) throws IOException {
        assertThat(guess("Title\tAmount\nA\t" + number + "\n").decimals()).isEqualTo(sign);
    }

    @Test
    void admitsWhereAPointCouldMeanEither() throws IOException {
        byte[] file = "Title;Amount\nA;1.500\n".getBytes(StandardCharsets.UTF_8);

        FileFormat format = guess(file);

        assertThat(format.decimals()).isEqualTo(DecimalSign.COMMA);
        assertThat(FileSurvey.of(() -> new ByteArrayInputStream(file), format)
                        .evidence()
                        .isDecimalSignUncertain())
                .isTrue();
    }

    @Test
    void tellsWorkbooksPicturesAndEmptyFilesFromTables() {
        byte[] png = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        assertRefused(png, "exchange.file.binary");
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, "exchange.file.workbook");
        assertRefused(new byte[0], "exchange.file.empty");
        assertRefused(" \r\n \r\n".getBytes(StandardCharsets.UTF_8), "exchange.file.empty");
    }

    @Test
    void namesTheLineWhereQuotationMarksGoWrong() {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> guess("Title,Owner\nA,B\nC,\"D\nE,F\n"))
                .satisfies(refused -> {
                    assertThat(refused.messageKey()).isEqualTo("exchange.file.quotes");
                    assertThat(refused.arguments()).containsExactly(3L);
                });
    }

    private static void assertRefused(byte[] file, String key) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> guess(file))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private static List<String> cells(byte[] file, FileFormat format) {
        return FileSurvey.of(() -> new ByteArrayInputStream(file), format).firstRows().stream()
                .flatMap(row -> row.cells().stream())
                .toList();
    }

    private static FileFormat guess(String file) throws IOException {
        return guess(file.getBytes(StandardCharsets.UTF_8));
    }

    private static FileFormat guess(byte[] file) throws IOException {
        return FormatGuess.guess(() -> new ByteArrayInputStream(file), Locale.ENGLISH);
    }
}
