package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every template finds the viewer as {@code ${viewer}}; null on the pages before login. */
@ControllerAdvice
class ViewerAdvice {

    private final CurrentViewer currentViewer;

    ViewerAdvice(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    @ModelAttribute("viewer")
    @Nullable Viewer viewer(HttpServletRequest request) {
        return currentViewer.find(request).orElse(null);
    }
}
