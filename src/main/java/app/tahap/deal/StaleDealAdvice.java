package app.tahap.deal;

import app.tahap.account.CurrentViewer;
import app.tahap.account.Viewer;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers a change of a deal that somebody else changed first: the deal as it is now, and who did what. */
@ControllerAdvice
class StaleDealAdvice {

    private final Board board;
    private final DealPlaces places;
    private final CurrentViewer currentViewer;
    private final MessageSource messages;

    StaleDealAdvice(Board board, DealPlaces places, CurrentViewer currentViewer, MessageSource messages) {
        this.board = board;
        this.places = places;
        this.currentViewer = currentViewer;
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView stale(StaleDealException stale, HttpServletRequest request) {
        Viewer viewer = currentViewer.find(request).orElseThrow();
        DealPlace place = places.load(stale.dealId(), viewer);
        String message = messages.getMessage(
                "deal.stale." + place.lastEvent(),
                new Object[] {place.lastActor() == null ? "Tahap" : place.lastActor(), place.title(), place.stage()},
                viewer.locale());
        if (!Htmx.isEnhanced(request)) {
            return new ModelAndView("deal/stale", HttpStatus.CONFLICT)
                    .addObject("section", "deals")
                    .addObject("deal", place)
                    .addObject("message", message);
        }
        String unkept = messages.getMessage("deal.stale.unkept", null, viewer.locale());
        DealCriteria criteria = DealCriteriaResolver.resolvedIn(request);
        CardView card =
                board.card(place.id(), place.pipelineId(), criteria, viewer).orElse(null);
        return new ModelAndView("deal/_answer :: answer", HttpStatus.CONFLICT)
                .addObject(
                        "answer",
                        new BoardAnswer(
                                place.id(),
                                card,
                                board.heads(place.pipelineId(), criteria, viewer),
                                place.mayHaveSlept() ? board.parked(place.pipelineId(), criteria, viewer) : null,
                                unkept + " " + message,
                                null,
                                null,
                                null,
                                false));
    }
}
