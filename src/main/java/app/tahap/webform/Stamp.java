package app.tahap.webform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * When a page with the form was made, and for whom: signed, so that nobody can claim to have read it for longer, and used
 * once, so that a form that is sent twice makes one deal. It serves instead of a cookie, which a frame on another site has
 * not.
 *
 * @param key another one for each page
 */
record Stamp(UUID key, Instant madeAt) {

    /** Nobody fills a form in faster. */
    static final Duration SHORTEST = Duration.ofSeconds(3);

    static final Duration SERVES = Duration.ofHours(24);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CONTENT = 24;
    private static final int SIGNATURE = 32;

    String signed(byte[] secret) {
        byte[] content = content();
        byte[] signature = sign(content, secret);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(CONTENT + SIGNATURE)
                        .put(content)
                        .put(signature)
                        .array());
    }

    /** The stamp that was signed with a secret; empty for any other text. */
    static Optional<Stamp> read(@Nullable String text, byte[] secret) {
        byte[] bytes;
        try {
            bytes = text == null || text.length() > 2 * (CONTENT + SIGNATURE)
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT + SIGNATURE) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Stamp stamp = new Stamp(new UUID(buffer.getLong(), buffer.getLong()), Instant.ofEpochMilli(buffer.getLong()));
        byte[] signature = new byte[SIGNATURE];
        buffer.get(signature);
        return MessageDigest.isEqual(signature, sign(stamp.content(), secret)) ? Optional.of(stamp) : Optional.empty();
    }

    boolean isExpired(Instant now) {
        return now.isAfter(madeAt.plus(SERVES)) || now.isBefore(madeAt);
    }

    boolean isTooFast(Instant now) {
        return now.isBefore(madeAt.plus(SHORTEST));
    }

    private byte[] content() {
        return ByteBuffer.allocate(CONTENT)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .putLong(madeAt.toEpochMilli())
                .array();
    }

    private static byte[] sign(byte[] content, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
