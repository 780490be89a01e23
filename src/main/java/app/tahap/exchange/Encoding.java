package app.tahap.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** In which encoding a file is written. */
final class Encoding {

    private static final String FALLBACK = "windows-1252";
    private static final List<String> USUAL = List.of(
            "UTF-8", "UTF-16LE", "UTF-16BE", FALLBACK, "windows-1250", "windows-1251", "x-MacRoman", "GB18030", "Big5");

    private Encoding() {}

    /** The encodings to choose between: the usual ones, and the one that a file has. */
    static List<String> choices(String current) {
        return Stream.concat(USUAL.stream(), Stream.of(current)).distinct().toList();
    }

    static boolean isKnown(@Nullable String name) {
        try {
            return name != null && Charset.isSupported(name);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What a file is written in, as far as its bytes show: UTF-8 where it can be, since nothing else looks like it. */
    static String detect(Content content) throws IOException {
        byte[] start;
        try (InputStream bytes = content.open()) {
            start = bytes.readNBytes(1 << 16);
        }
        String wide = wide(start);
        if (wide != null) {
            return wide;
        }
        if (isValid(content, StandardCharsets.UTF_8)) {
            return "UTF-8";
        }
        try (InputStream bytes = content.open()) {
            String detected = UniversalDetector.detectCharset(bytes);
            return detected != null && isKnown(detected) && !detected.startsWith("UTF")
                    ? canonical(detected)
                    : FALLBACK;
        }
    }

    /** UTF-16 by its byte order mark or, without one, by the empty half of every Latin letter; null where it is not. */
    private static @Nullable String wide(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        boolean marked = start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE;
        if (marked) {
            return start[0] == (byte) 0xFE ? "UTF-16BE" : "UTF-16LE";
        }
        int many = start.length / 5;
        int few = start.length / 100;
        if (zeros[0] > many && zeros[1] <= few) {
            return "UTF-16BE";
        }
        return zeros[1] > many && zeros[0] <= few ? "UTF-16LE" : null;
    }

    private static boolean isValid(Content content, Charset charset) throws IOException {
        try (var reader =
                new InputStreamReader(content.open(), charset.newDecoder())) { // which reports what is malformed
            char[] buffer = new char[1 << 14];
            while (reader.read(buffer) >= 0) {
                // goes on until the end, or until something is malformed
            }
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static String canonical(String name) {
        return Charset.forName(name.toLowerCase(Locale.ROOT)).name();
    }
}
