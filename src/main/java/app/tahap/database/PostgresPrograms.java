package app.tahap.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs for this machine from the jar that carries them, once for each version. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The folder that has bin/postgres in it. */
    static Path unpack(Path parent) {
        try {
            String version = fingerprint();
            Path home = parent.resolve(version);
            if (Files.notExists(home)) {
                Path unfinished = Files.createDirectories(parent.resolve(version + ".unfinished"));
                FileSystemUtils.deleteRecursively(unfinished);
                extract(unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException failed) {
            throw new DatabaseException(
                    "Cannot unpack PostgreSQL into " + parent + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        String name = system.toLowerCase(Locale.ROOT).startsWith("windows")
                ? "Windows"
                : system.toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : system;
        @Nullable InputStream archive;
        try {
            archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, machine);
        } catch (IllegalStateException missing) {
            throw unsupported(system, machine, missing);
        }
        return new BufferedInputStream(archive);
    }

    private static DatabaseException unsupported(String system, String machine, Throwable cause) {
        return new DatabaseException(
                "No embedded PostgreSQL for " + system + " on " + machine
                        + ". Set SPRING_DATASOURCE_URL to a PostgreSQL 15 or later instead.",
                cause);
    }

    private static String fingerprint() throws IOException {
        try (DigestInputStream in = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void extract(Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Suspicious name in archive: " + entry.getName());
                }
                extract(tar, entry, file);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
    }
}
