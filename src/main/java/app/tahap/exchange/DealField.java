package app.tahap.exchange;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a column of a file can tell about a deal, with the headings that other systems give it, the surest first. The order
 * is that of the page, and in which fields choose their columns.
 */
enum DealField {
    ID("deal id|opportunity id|record id|external id|id|id deal|kode deal|nomor deal|no deal|kode|nomor"),
    TITLE(
            "deal name|opportunity name|deal title|title|name|opportunity|deal|subject|judul|nama deal|judul deal|nama peluang|peluang|product|product name|produk|nama produk|description|deskripsi"),
    ORGANIZATION(
            "organization|organisation|account name|account|company|company name|associated company|customer|customer name|client|perusahaan|nama perusahaan|pelanggan|nama pelanggan|klien|instansi"),
    PERSON(
            "contact person|person|contact|contact name|associated contact|primary contact|kontak|nama kontak|narahubung|pic"),
    OWNER(
            "owner|deal owner|opportunity owner|sales agent|sales rep|salesperson|sales person|rep|agent|assigned to|responsible|user|pemilik|penanggung jawab|sales|tenaga penjual|agen|wiraniaga"),
    STAGE("stage|deal stage|sales stage|pipeline stage|stage name|phase|tahap|tahapan|tahap deal|status deal|fase"),
    OUTCOME("outcome|status|deal status|state|result|hasil|keadaan"),
    REASON("lost reason|loss reason|reason|reason for loss|closed lost reason|closed reason|alasan|alasan kalah"),
    REASON_NOTE("reason note|lost note|loss description|reason details|catatan alasan|keterangan alasan"),
    AMOUNT(
            "amount|value|deal value|close value|deal amount|expected revenue|revenue|total|price|nilai|nilai deal|jumlah|harga|omzet|nominal"),
    CURRENCY("currency|currency code|amount currency|mata uang|valuta"),
    CREATED(
            "created|create date|created date|created on|created at|date created|deal created|creation date|add time|engage date|start date|opened|dibuat|tanggal dibuat|tgl dibuat|tanggal mulai|dibuat pada"),
    STAGE_SINCE(
            "stage since|in stage since|last stage change|last stage change date|stage changed|stage change date|stage entered|date entered stage|last stage update|stage updated|engage date|masuk tahap|sejak tahap|tanggal masuk tahap"),
    CLOSED(
            "closed|close date|closed date|closed on|closed at|date closed|won time|won date|close time|actual close date|ditutup|tanggal tutup|tgl tutup|tanggal ditutup|tanggal closing"),
    EXPECTED(
            "expected close|expected close date|expected closing|forecast close date|estimated close date|due date|perkiraan tutup|target tutup|tanggal perkiraan tutup|estimasi tutup"),
    NEXT_STEP(
            "next step|next activity|next activity subject|next action|todo|langkah berikutnya|langkah selanjutnya|aktivitas berikutnya|tindak lanjut"),
    NEXT_STEP_DUE(
            "next step due|next step date|next activity date|next activity due date|next contact date|follow up date|tenggat langkah berikutnya|tanggal langkah berikutnya|tanggal tindak lanjut"),
    NEXT_STEP_TIME(
            "next step time|next activity time|next activity due time|follow up time|jam langkah berikutnya|waktu langkah berikutnya|jam tindak lanjut"),
    NEXT_STEP_KIND(
            "next step kind|next step type|next activity type|activity type|jenis langkah berikutnya|jenis aktivitas berikutnya|jenis aktivitas|jenis tindak lanjut"),
    SOURCE("source|lead source|deal source|original source|channel|sumber|sumber prospek|kanal|asal"),
    CAMPAIGN("campaign|campaign name|campaign source|utm campaign|kampanye|nama kampanye"),
    TAGS("tags|tag|labels|label|etiket|tanda");

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
    private final List<String> headings;

    DealField(String headings) {
        this.headings = List.of(headings.split("\\|", -1));
    }

    /** How surely a column with that heading holds this field: smaller is surer, -1 is not at all. */
    private int sureness(String heading) {
        return headings.indexOf(heading);
    }

    /** Which column, counted from 0, most likely holds which field; fields without a likely column are left out. */
    static Map<DealField, Integer> guess(List<String> columnHeadings) {
        List<String> plain = columnHeadings.stream().map(DealField::plain).toList();
        Map<DealField, Integer> guess = new EnumMap<>(DealField.class);
        Set<Integer> used = new HashSet<>();
        for (DealField field : values()) {
            int best = -1;
            for (int column = 0; column < plain.size(); column++) {
                boolean free = !used.contains(column) || field == STAGE_SINCE;
                int sureness = field.sureness(plain.get(column));
                boolean better = best < 0 || sureness < field.sureness(plain.get(best));
                if (free && sureness >= 0 && better) {
                    best = column;
                }
            }
            if (best >= 0) {
                guess.put(field, best);
                used.add(best);
            }
        }
        return guess;
    }

    /** "Deal - Won_Time (UTC)" is the same heading as "won time". */
    private static String plain(String heading) {
        return heading.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .replaceAll("\\(.*?\\)", " ")
                .replaceFirst("(?i)^deal - ", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
