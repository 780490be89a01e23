package app.tahap.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file as a browser sends it. */
record UploadedFile(String name, long size, Content content) {

    /** @throws UnreadableFileException where none was chosen */
    static UploadedFile of(@Nullable MultipartFile file) {
        // as with parameters, a NUL counts for nothing
        String name = file == null
                ? ""
                : Objects.requireNonNullElse(file.getOriginalFilename(), "").replace("\0", "");
        if (file == null || name.isEmpty()) {
            throw new UnreadableFileException("exchange.file.required");
        }
        return new UploadedFile(name, file.getSize(), () -> open(file));
    }

    private static InputStream open(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
