package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The viewer of a request, loaded when first asked for and then kept with the request. */
@Component
public class CurrentViewer {

    private static final String ATTRIBUTE = CurrentViewer.class.getName();

    private final Viewers viewers;

    CurrentViewer(Viewers viewers) {
        this.viewers = viewers;
    }

    /** The viewer; empty for somebody who is not logged in or was deactivated meanwhile. */
    public Optional<Viewer> find(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer viewer) {
            return Optional.of(viewer);
        }
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return Optional.empty();
        }
        Optional<Viewer> viewer = viewers.find(Long.parseLong(principal.getName()));
        viewer.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return viewer;
    }
}
