package app.tahap.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Gives every row the id by which its deal is found again when the file is imported once more. A file without ids gets
 * one from what rarely changes about a deal: title, organisation, person and date of creation. Rows that agree in all of
 * these are numbered.
 */
final class Identities {

    private final ImportSettings.Columns columns;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    Identities(ImportSettings.Columns columns) {
        this.columns = columns;
    }

    /** The row with its id; refused where an earlier good row has it already. */
    ReadRow identify(ReadRow read) {
        if (read.externalId().isEmpty()) {
            return read.identifiedBy(derived(read.row()));
        }
        if (read.draft() == null) {
            return read;
        }
        Integer earlier = rows.putIfAbsent(read.externalId(), read.row().number());
        return earlier == null ? read : read.refusedFor(Problem.of("duplicate", read.externalId(), earlier));
    }

    private String derived(CsvRow row) {
        String content = String.join(
                        "\0",
                        columns.system(),
                        columns.text(DealField.TITLE, row),
                        columns.text(DealField.ORGANIZATION, row),
                        columns.text(DealField.PERSON, row),
                        columns.text(DealField.CREATED, row))
                .toLowerCase(Locale.ROOT);
        String hash = "row:" + hash(content);
        return hash + "-" + occurrences.merge(hash, 1, Integer::sum);
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
