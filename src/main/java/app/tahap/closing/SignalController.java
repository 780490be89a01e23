package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ticks a signal on a deal, and unticks it. */
@Controller
class SignalController {

    private final Signals signals;
    private final SignalsPanel panel;

    SignalController(Signals signals, SignalsPanel panel) {
        this.signals = signals;
        this.panel = panel;
    }

    @PostMapping("/deals/{dealId}/signals/{signalId}")
    String tick(
            @PathVariable long dealId,
            @PathVariable long signalId,
            @RequestParam boolean ticked,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        signals.tick(dealId, signalId, ticked, viewer);
        if (!Htmx.isEnhanced(request)) {
            return "redirect:/deals/" + dealId + "#panel-signals";
        }
        Htmx.trigger(DealPanel.CHANGED, response);
        model.addAttribute("view", panel.view(dealId, true));
        return "closing/_panel :: signals";
    }
}
