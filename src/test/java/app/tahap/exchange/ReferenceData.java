package app.tahap.exchange;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The 8,800 opportunities of the reference data set. They lie beside the checkout, in shared/data of one of the folders
 * above it.
 */
public final class ReferenceData {

    private static final String FILE = "shared/data/crm-sales-opportunities/sales_pipeline.csv";

    private ReferenceData() {}

    static Content content() {
        Path file = file();
        return () -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    /** Where the file lies. Without it the test is aborted, and fails where it is demanded: in CI. */
    public static Path file() {
        Optional<Path> file = Stream.iterate(
                        Path.of("").toAbsolutePath(), Objects::nonNull, folder -> folder.getParent())
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isReadable)
                .findFirst();
        String missing = "NO REFERENCE DATA: " + FILE + " is in no folder above "
                + Path.of("").toAbsolutePath();
        if (file.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail(missing);
        }
        Assumptions.assumeTrue(file.isPresent(), missing);
        return file.orElseThrow();
    }
}
