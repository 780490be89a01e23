package app.tahap.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server process whose id stands in the first line of a data folder's pid file. */
record Postmaster(long pid) {

    /** The running server of a data folder, if there is one. */
    static Optional<Postmaster> running(Path data) {
        List<String> lines = read(data.resolve("postmaster.pid"));
        return lines.isEmpty() || !lines.get(0).matches("[0-9]{1,18}")
                ? Optional.empty()
                : Optional.of(new Postmaster(Long.parseLong(lines.get(0)))).filter(Postmaster::isAlive);
    }

    /**
     * After a kill or a power cut the id may belong to another program, or to a zombie that nobody reaps, and either keeps
     * PostgreSQL from starting. The id of this process, which PostgreSQL ignores as that of the one that starts it, takes its
     * place. The rest of the file stays: by it PostgreSQL sees whether sessions of the killed server still live.
     */
    static void disownStale(Path data) {
        Path file = data.resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(read(file));
        if (running(data).isPresent()) {
            return;
        }
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                lines.set(0, Long.toString(ProcessHandle.current().pid()));
                Files.write(file, lines, StandardCharsets.ISO_8859_1);
            }
        } catch (IOException failed) {
            throw new DatabaseException("Cannot write " + file + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }

    /** A zombie counts as alive to the system, but has no program any more. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failed) {
            throw new DatabaseException("Cannot read " + file + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }
}
