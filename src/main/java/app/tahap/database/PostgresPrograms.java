package app.tahap.database;

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
                Path unfinished = parent.resolve(version + ".unfinished");
                FileSystemUtils.deleteRecursively(unfinished);
                Files.createDirectories(unfinished);
                extract(unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException failed) {
            throw new DatabaseException(
                    "Cannot unpack PostgreSQL into " + parent + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }

    /** The name under which the jars of the Zonky project carry the programs for a system and its processor. */
    static String archiveName(String system, String processor, boolean alpine) {
        String name = system.toLowerCase(Locale.ROOT);
        String machine =
                switch (processor.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        if (name.startsWith("mac")) {
            return "/postgres-darwin-arm_64.txz";
        }
        if (name.startsWith("windows")) {
            return "/postgres-windows-" + machine + ".txz";
        }
        return "/postgres-" + name + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
        @Nullable InputStream archive = PostgresPrograms.class.getResourceAsStream(archiveName(system, processor, alpine));
        if (archive == null) {
            throw new DatabaseException("No embedded PostgreSQL for " + (alpine ? "Alpine " : "") + system + " on "
                    + processor + ". Set SPRING_DATASOURCE_URL to a PostgreSQL 15 or later instead.");
        }
        return new BufferedInputStream(archive);
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
                    throw new IOException("suspicious name in archive: " + entry.getName());
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
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
