package app.tahap.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder of one installation, held by one running Tahap at a time. */
final class DatabaseFolder implements AutoCloseable {

    private static final long NO_ROOM = 1_000_000;

    private final Path folder;
    private final FileChannel channel;

    private DatabaseFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, which is made if it does not exist, until it is closed or this process dies. */
    static DatabaseFolder take(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new DatabaseException("Another Tahap is already running on the data folder " + folder
                        + ". Stop it first, or set TAHAP_DATABASE_FOLDER to another one.");
            }
            return new DatabaseFolder(folder, channel);
        } catch (FileAlreadyExistsException notAFolder) {
            throw new DatabaseException("The data folder " + folder + " is a file, not a folder.", notAFolder);
        } catch (IOException unusable) {
            throw new DatabaseException(
                    "Cannot write to the data folder " + folder + ": " + reason(unusable) + ".", unusable);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path programs() {
        return folder.resolve("postgresql");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** The database's password, made on first use, in a file that only its owner can read. */
    String password() {
        Path file = passwordFile();
        try {
            if (Files.notExists(file)) {
                byte[] bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(file, ownerOnly(folder, "rw-------"));
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException unusable) {
            throw new DatabaseException(
                    "Cannot keep the database's password in " + file + ": " + reason(unusable) + ".", unusable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unimportant) {
            throw new DatabaseException("Cannot release the data folder " + folder, unimportant);
        }
    }

    /** Whether its disk has no room left to speak of. */
    boolean isFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NO_ROOM;
        } catch (IOException unreadable) {
            throw new DatabaseException(
                    "Cannot read the free space of " + folder + ": " + reason(unreadable), unreadable);
        }
    }

    /** What the system said, without the names of classes. */
    static String reason(IOException exception) {
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (exception instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }

    /** Windows has no such permissions; there the user's home is private to the user already. */
    static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
