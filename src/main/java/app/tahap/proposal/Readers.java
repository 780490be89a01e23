package app.tahap.proposal;

import app.tahap.account.CurrentViewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tells customers who open a proposal from those who do not read it: somebody of the team who is logged in here, programs that
 * fetch a page to show a preview of a link or to check it, and browsers that load a page before anybody asks for it.
 */
@Component
class Readers {

    private static final Pattern PROGRAM = Pattern.compile(
            "bot\\b|bot/|crawler|spider|preview|facebookexternalhit|whatsapp/|telegram|slack|discord|skype|linkedin|embedly"
                    + "|curl/|wget/|python|java/|okhttp|go-http|headlesschrome-preview|safelinks|proofpoint|mimecast|barracuda"
                    + "|google-read-aloud|googleimageproxy|yahoomailproxy");

    private final CurrentViewer viewers;

    Readers(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    boolean isCustomer(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        String purpose = Objects.requireNonNullElse(request.getHeader("Sec-Purpose"), "")
                + Objects.requireNonNullElse(request.getHeader("Purpose"), "");
        return "GET".equals(request.getMethod())
                && viewers.find(request).isEmpty()
                && !agent.isBlank()
                && !PROGRAM.matcher(agent.toLowerCase(Locale.ROOT)).find()
                && !purpose.contains("prefetch")
                && !purpose.contains("preview");
    }
}
