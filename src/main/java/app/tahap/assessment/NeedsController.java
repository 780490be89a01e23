package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a deal's questions are answered, made for use during a call. */
@Controller
@RequestMapping("/deals/{dealId}/needs")
class NeedsController {

    private final Assessments assessments;
    private final DealAnswers answers;
    private final Notices notices;
    private final Clock clock;

    NeedsController(Assessments assessments, DealAnswers answers, Notices notices, Clock clock) {
        this.assessments = assessments;
        this.answers = answers;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable long dealId, Viewer viewer, Model model) {
        return show(assessments.load(dealId, viewer), model);
    }

    /** Keeps the whole page, and ends the sitting. */
    @PostMapping
    String answerAll(
            @PathVariable long dealId,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Map<Long, Answer> overtaken = answers.answerAll(dealId, SentAnswers.read(typed), viewer);
        if (overtaken.isEmpty()) {
            notices.tell(flash, "assessment.saved");
            return "redirect:/deals/" + dealId;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(assessments.load(dealId, viewer).beside(overtaken), model);
    }

    /** Keeps one answer. Where somebody else was first, both are shown and nothing is kept. */
    @PostMapping("/{wordingId}")
    String answer(
            @PathVariable long dealId,
            @PathVariable long wordingId,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        AnswerSent sent = SentAnswers.read(wordingId, typed);
        boolean kept = answers.answer(dealId, wordingId, sent, viewer);
        AssessmentView view = assessments.load(dealId, viewer);
        AssessmentView.Item item = view.asked().stream()
                .filter(asked -> asked.wordingId() == wordingId)
                .findFirst()
                .orElseThrow(() -> new RuleException("assessment.answer.unknown"));
        model.addAttribute("item", item);
        model.addAttribute("view", view);
        model.addAttribute("now", clock.instant());
        if (kept) {
            return "assessment/_saved :: saved";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return "assessment/_saved :: overtaken";
    }

    private static String show(AssessmentView view, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("view", view);
        model.addAttribute("tag", TagForm.EMPTY);
        return "assessment/needs";
    }
}
