package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTests {

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWrittenSince() throws IOException {
        Path file = folder.resolve("postgresql.log");
        ServerLog log = new ServerLog(file);
        assertThat(log.since(log.length())).isEmpty();

        Files.writeString(file, "before\n");
        long length = log.length();
        Files.writeString(file, "before\nafter\n");

        assertThat(log.since(length)).isEqualTo("after\n");
    }

    @Test
    void keepsOneOlderPart() throws IOException {
        Path file = folder.resolve("postgresql.log");
        ServerLog log = new ServerLog(file);
        Files.write(file, new byte[10_000]);
        log.rotate();
        assertThat(file).hasSize(10_000);

        Files.write(file, new byte[10_000_001]);
        log.rotate();

        assertThat(file).doesNotExist();
        assertThat(folder.resolve("postgresql.log.1")).hasSize(10_000_001);
    }
}
