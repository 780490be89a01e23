package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers a change of a deal: to the board with the card and the heads of the columns it touched, to a plain form with a
 * redirect and a message. Either way the change can be undone at once.
 */
@Component
class BoardAnswers {

    private final Board board;
    private final DealPlaces places;
    private final MessageSource messages;

    BoardAnswers(Board board, DealPlaces places, MessageSource messages) {
        this.board = board;
        this.places = places;
        this.messages = messages;
    }

    /**
     * @param from the stage that the deal was in as far as the request knows
     * @param eventId the event that can be undone; null where nothing happened that is an event
     * @param messageKey takes the deal's title and its stage's name
     */
    String answer(
            long dealId,
            @Nullable Long from,
            @Nullable Long eventId,
            @Nullable String messageKey,
            DealCriteria criteria,
            BoardRequest request) {
        Viewer viewer = request.viewer();
        DealPlace place = places.load(dealId, viewer);
        String message = messageKey == null
                ? null
                : messages.getMessage(messageKey, new Object[] {place.title(), place.stage()}, viewer.locale());
        if (!Htmx.isEnhanced(request.servlet())) {
            return redirect(place, eventId, message, request);
        }
        Set<Long> touched = new TreeSet<>(Set.of(place.stageId()));
        if (from != null) {
            touched.add(from);
        }
        CardView card = board.card(dealId, place.pipelineId(), criteria, viewer).orElse(null);
        request.model()
                .addAttribute(
                        "answer",
                        new BoardAnswer(
                                dealId,
                                card,
                                board.heads(place.pipelineId(), touched, criteria, viewer),
                                message,
                                eventId,
                                place.stageId()));
        return "deal/_answer :: answer";
    }

    private static String redirect(
            DealPlace place, @Nullable Long eventId, @Nullable String message, BoardRequest request) {
        request.flash().addFlashAttribute("notice", message);
        if (eventId != null) {
            request.flash().addFlashAttribute("undoDeal", place.id());
            request.flash().addFlashAttribute("undoEvent", eventId);
        }
        boolean toDeal = "deal".equals(request.servlet().getParameter("view"));
        return toDeal ? "redirect:/deals/" + place.id() : "redirect:/board?pipeline=" + place.pipelineId();
    }

    /** What a controller was called with, beside its form. */
    record BoardRequest(HttpServletRequest servlet, Viewer viewer, Model model, RedirectAttributes flash) {}
}
