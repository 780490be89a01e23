package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The viewer of a request, loaded when first asked for and then kept with the request. */
@Component
public class CurrentViewer {

    /** Every template finds the viewer by this name, error pages too; nobody is there on the pages before login. */
    private static final String ATTRIBUTE = "viewer";

    private final Viewers viewers;

    CurrentViewer(Viewers viewers) {
        this.viewers = viewers;
    }

    /** The viewer; empty for somebody who is not logged in or was deactivated meanwhile. */
    public Optional<Viewer> find(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer viewer) {
            return Optional.of(viewer);
        }
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken || !login.isAuthenticated()) {
            return Optional.empty();
        }
        Optional<Viewer> viewer = viewers.find(Long.parseLong(login.getName()));
        viewer.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return viewer;
    }
}
