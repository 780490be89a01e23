package app.tahap.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.resource.ContentVersionStrategy;

/**
 * Gives all style sheets the hash of all. Spring hashes a sheet without what it imports: when only an imported one changed,
 * the sheet that names its new address would keep its own, and browsers the old styles.
 */
class StylesVersion extends ContentVersionStrategy {

    private final String version;

    /** @param sheets all that may be imported, in an order that is always the same */
    StylesVersion(List<? extends Resource> sheets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Resource sheet : sheets) {
            try {
                all.writeBytes(sheet.getContentAsByteArray());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        version = DigestUtils.md5DigestAsHex(all.toByteArray());
    }

    @Override
    public String getResourceVersion(Resource resource) {
        return version;
    }
}
