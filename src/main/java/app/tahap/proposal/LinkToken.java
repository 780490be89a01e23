package app.tahap.proposal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** A random token of 256 bits, by which a customer reaches a proposal. What is stored is its hash. */
record LinkToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkToken random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256: with so many random bits a slow hash would add nothing. */
    String hash() {
        return Sha256.hex(value.getBytes(StandardCharsets.UTF_8));
    }

    String path() {
        return "/p/" + value;
    }
}
