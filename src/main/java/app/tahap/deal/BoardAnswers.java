package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.Htmx;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
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
    private final Clock clock;

    BoardAnswers(Board board, DealPlaces places, MessageSource messages, Clock clock) {
        this.board = board;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param from the stage that the deal was in as far as the request knows
     * @param eventId the event that can be undone; null where nothing happened that is an event
     * @param messageKey takes the deal's title, its stage's name, its organisation's name, and the day until which it sleeps
     */
    String answer(
            long dealId,
            @Nullable Long from,
            @Nullable Long eventId,
            @Nullable String messageKey,
            DealCriteria criteria,
            BoardRequest request) {
        return answer(dealId, from, eventId, messageKey, List.of(), criteria, request);
    }

    /**
     * The same, which also reminds of what is advised.
     *
     * @param advised in words
     */
    String answer(
            long dealId,
            @Nullable Long from,
            @Nullable Long eventId,
            @Nullable String messageKey,
            List<String> advised,
            DealCriteria criteria,
            BoardRequest request) {
        DealPlace place = places.load(dealId, request.viewer());
        String message = messageKey == null ? null : message(messageKey, place, request.viewer());
        String advice = advised.isEmpty() ? null : advice(advised, request.viewer());
        return Htmx.isEnhanced(request.servlet())
                ? refresh(place, from, eventId, message, advice, criteria, request)
                : redirect(place, eventId, advice == null ? message : message + " " + advice, request);
    }

    private String refresh(
            DealPlace place,
            @Nullable Long from,
            @Nullable Long eventId,
            @Nullable String message,
            @Nullable String advice,
            DealCriteria criteria,
            BoardRequest request) {
        Viewer viewer = request.viewer();
        Set<Long> touched = new TreeSet<>(Set.of(place.stageId()));
        if (from != null) {
            touched.add(from);
        }
        CardView card =
                board.card(place.id(), place.pipelineId(), criteria, viewer).orElse(null);
        boolean filteredOut = card == null && place.isAwake(viewer.today(clock));
        String said = message == null || !filteredOut ? message : message + " " + hidden(viewer);
        List<ColumnView> heads = board.heads(place.pipelineId(), touched, criteria, viewer);
        ParkedDeals parked = place.mayHaveSlept() ? board.parked(place.pipelineId(), criteria, viewer) : null;
        request.model()
                .addAttribute(
                        "answer",
                        new BoardAnswer(
                                place.id(),
                                card,
                                heads,
                                parked,
                                said,
                                advice,
                                eventId,
                                place.stageId(),
                                celebrates(place, eventId, viewer)));
        return "deal/_answer :: answer";
    }

    private String message(String key, DealPlace place, Viewer viewer) {
        String until = new Show(viewer.locale()).date(place.parkedUntil());
        Object[] facts = {place.title(), place.stage(), place.organization(), until};
        String said = messages.getMessage(key, facts, viewer.locale());
        return place.changedHands() ? said + " " + messages.getMessage("deal.taken", null, viewer.locale()) : said;
    }

    private String advice(List<String> advised, Viewer viewer) {
        Object[] words = {String.join(", ", advised)};
        return messages.getMessage("deal.criteria.advice", words, viewer.locale());
    }

    /** A deal that was just won; taken back or told again by mistake, it is no reason. */
    private static boolean celebrates(DealPlace place, @Nullable Long eventId, Viewer viewer) {
        return viewer.celebrates() && eventId != null && place.lastEvent() == EventKind.WON;
    }

    private String hidden(Viewer viewer) {
        return messages.getMessage("deal.board.hidden", null, viewer.locale());
    }

    private static String redirect(
            DealPlace place, @Nullable Long eventId, @Nullable String message, BoardRequest request) {
        request.flash().addFlashAttribute("notice", message);
        request.flash().addFlashAttribute("celebrated", celebrates(place, eventId, request.viewer()));
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
