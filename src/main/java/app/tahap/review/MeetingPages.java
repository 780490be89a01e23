package app.tahap.review;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The page on which a meeting looks at a deal. Costs as many queries for a review of thousands of deals as for one of three. */
@Component
class MeetingPages {

    private final Reviews reviews;
    private final ReviewDeals places;
    private final MeetingDeals deals;
    private final FollowUps followUps;
    private final MeetingStory story;
    private final Owners owners;
    private final MessageSource messages;

    MeetingPages(
            Reviews reviews,
            ReviewDeals places,
            MeetingDeals deals,
            FollowUps followUps,
            MeetingStory story,
            Owners owners,
            MessageSource messages) {
        this.reviews = reviews;
        this.places = places;
        this.deals = deals;
        this.followUps = followUps;
        this.story = story;
        this.owners = owners;
        this.messages = messages;
    }

    /** With the form that the model holds, else with what was said so far. */
    String deal(long reviewId, long dealId, Viewer viewer, Model model) {
        ReviewHead review = reviews.load(reviewId, viewer);
        ReviewPlace place = places.place(reviewId, dealId, viewer);
        MeetingDeal deal = deals.load(dealId, viewer);
        model.addAttribute("section", "reviews");
        model.addAttribute("review", review);
        model.addAttribute("place", place);
        model.addAttribute("deal", deal);
        model.addAttribute("story", story.since(dealId, review.since(), viewer));
        model.addAttribute("followUps", followUps.of(reviewId, dealId));
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("people", owners.choices(viewer, deal.ownerId()));
        MeetingForm typed = (MeetingForm) model.getAttribute("form");
        if (typed == null) {
            model.addAttribute("form", MeetingForm.of(place, deal));
        } else if (isOvertaken(model)) {
            model.addAttribute("overtaken", typed.differences(place, decision -> name(decision, viewer.locale())));
        }
        return "review/deal";
    }

    private static boolean isOvertaken(Model model) {
        Object errors = model.getAttribute(BindingResult.MODEL_KEY_PREFIX + "form");
        return errors instanceof BindingResult result && result.hasGlobalErrors();
    }

    private String name(Decision decision, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("review.decision." + decision, null, locale));
    }
}
