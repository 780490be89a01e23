package app.tahap.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ContentVersionStrategy;

/**
 * Gives all style sheets the hash of all. Spring hashes a sheet without what it imports: when only an imported one changed,
 * the sheet that names its new address would keep its own, and browsers the old styles.
 */
class StylesVersion extends ContentVersionStrategy {

    private final String version;

    /** @param sheets all that may be imported, in an order that is always the same */
    StylesVersion(List<? extends Resource> sheets) {
        MessageDigest digest = md5();
        for (Resource sheet : sheets) {
            try (InputStream content = sheet.getInputStream()) {
                digest.update(content.readAllBytes());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        version = HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String getResourceVersion(Resource resource) {
        return version;
    }

    /** As for the other files, whose versions Spring makes: nobody is to be kept from making two files of one hash. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
