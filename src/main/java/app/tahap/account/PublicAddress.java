package app.tahap.account;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Under which address people reach Tahap, if the operator has set {@code tahap.url}. */
@Component
public class PublicAddress {

    private final String url;

    /** @throws IllegalArgumentException where it is set to something else than an http or https address */
    PublicAddress(@Value("${tahap.url:}") String url) {
        this.url = StringUtils.trimTrailingCharacter(url.strip(), '/');
        if (isKnown()) {
            URI address = URI.create(this.url);
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("tahap.url must be like https://tahap.example.com, and is " + url);
            }
        }
    }

    public boolean isKnown() {
        return !url.isEmpty();
    }

    /**
     * The whole address of a page, where one was set: what goes out by mail must not lead to a name that a request made up.
     */
    public Optional<String> known(String path) {
        return isKnown() ? Optional.of(url + path) : Optional.empty();
    }

    /** The whole address of a page; where none was set, under the name by which the current request came. */
    public String of(String path) {
        return isKnown()
                ? url + path
                : ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString();
    }
}
