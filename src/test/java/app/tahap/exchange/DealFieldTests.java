package app.tahap.exchange;

import static app.tahap.exchange.DealField.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The headings with which other systems export deals. */
class DealFieldTests {

    @Test
    void understandsTheReferenceData() {
        assertThat(guess("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"))
                .isEqualTo(Map.of(
                        ID,
                        0,
                        OWNER,
                        1,
                        TITLE,
                        2,
                        ORGANIZATION,
                        3,
                        STAGE,
                        4,
                        CREATED,
                        5,
                        STAGE_SINCE,
                        5,
                        CLOSED,
                        6,
                        AMOUNT,
                        7));
    }

    @Test
    void understandsSalesforce() {
        assertThat(
                        guess(
                                "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Lead Source,Last Stage Change Date"))
                .isEqualTo(Map.of(
                        ID,
                        0,
                        TITLE,
                        1,
                        ORGANIZATION,
                        2,
                        STAGE,
                        3,
                        AMOUNT,
                        4,
                        CLOSED,
                        5,
                        CREATED,
                        6,
                        OWNER,
                        7,
                        SOURCE,
                        8,
                        STAGE_SINCE,
                        9));
    }

    @Test
    void understandsPipedrive() {
        assertThat(
                        guess(
                                "Deal - Title,Deal - Value,Deal - Currency,Deal - Organization,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost reason,Deal - Expected close date,Deal - Owner,Deal - ID"))
                .containsAllEntriesOf(Map.of(
                        TITLE,
                        0,
                        AMOUNT,
                        1,
                        CURRENCY,
                        2,
                        ORGANIZATION,
                        3,
                        PERSON,
                        4,
                        STAGE,
                        5,
                        OUTCOME,
                        6,
                        CREATED,
                        7,
                        CLOSED,
                        8,
                        REASON,
                        9))
                .containsAllEntriesOf(Map.of(EXPECTED, 10, OWNER, 11, ID, 12));
    }

    @Test
    void understandsHubSpot() {
        assertThat(
                        guess(
                                "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Associated Company,Associated Contact"))
                .isEqualTo(Map.of(
                        ID,
                        0,
                        TITLE,
                        1,
                        STAGE,
                        2,
                        CLOSED,
                        3,
                        OWNER,
                        4,
                        AMOUNT,
                        5,
                        CREATED,
                        6,
                        ORGANIZATION,
                        7,
                        PERSON,
                        8));
    }

    @Test
    void understandsIndonesian() {
        assertThat(
                        guess(
                                "Kode,Nama Deal,Perusahaan,Kontak,Penanggung Jawab,Tahap,Nilai,Mata Uang,Tanggal Dibuat,Tanggal Tutup,Alasan Kalah,Sumber"))
                .containsAllEntriesOf(Map.of(
                        ID,
                        0,
                        TITLE,
                        1,
                        ORGANIZATION,
                        2,
                        PERSON,
                        3,
                        OWNER,
                        4,
                        STAGE,
                        5,
                        AMOUNT,
                        6,
                        CURRENCY,
                        7,
                        CREATED,
                        8,
                        CLOSED,
                        9))
                .containsAllEntriesOf(Map.of(REASON, 10, SOURCE, 11));
    }

    @Test
    void understandsItsOwnExportInBothLanguages() {
        Map<DealField, Integer> expected = Map.of(
                ID,
                0,
                TITLE,
                1,
                ORGANIZATION,
                2,
                PERSON,
                3,
                STAGE,
                5,
                OUTCOME,
                6,
                REASON,
                7,
                AMOUNT,
                8,
                CURRENCY,
                9,
                OWNER,
                10);
        Map<DealField, Integer> more = Map.of(SOURCE, 11, EXPECTED, 12, CREATED, 13, CLOSED, 14);

        assertThat(
                        guess(
                                "ID,Title,Organisation,Person,Pipeline,Stage,Outcome,Reason,Amount,Currency,Owner,Lead source,Expected close,Created,Closed"))
                .containsAllEntriesOf(expected)
                .containsAllEntriesOf(more);
        assertThat(
                        guess(
                                "ID,Judul,Perusahaan,Kontak,Pipeline,Tahap,Hasil,Alasan,Nilai,Mata uang,Pemilik,Sumber prospek,Perkiraan tutup,Dibuat,Ditutup"))
                .containsAllEntriesOf(expected)
                .containsAllEntriesOf(more);
    }

    @Test
    void prefersTheSurerHeading() {
        assertThat(guess("Product,Description,Deal Name")).isEqualTo(Map.of(TITLE, 2));
    }

    @Test
    void leavesUnknownColumnsAlone() {
        assertThat(guess("Foo,Bar,")).isEmpty();
    }

    private static Map<DealField, Integer> guess(String headings) {
        List<String> names = Arrays.asList(headings.split(",", -1));
        return DealField.guess(names);
    }
}
