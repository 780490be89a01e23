package app.tahap.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's log, of which one older part is kept. */
record ServerLog(Path file) {

    private static final long LIMIT = 10_000_000;

    /** Begins a new file when the present one is long. */
    void rotate() {
        try {
            if (length() > LIMIT) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new DatabaseException("Cannot rename " + file + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }

    long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /** What was written after the file had a certain length. */
    String since(long length) {
        if (Files.notExists(file)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LIMIT, channel.size() - length));
            channel.position(length);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private DatabaseException unreadable(IOException failed) {
        return new DatabaseException("Cannot read " + file + ": " + DatabaseFolder.reason(failed) + ".", failed);
    }
}
