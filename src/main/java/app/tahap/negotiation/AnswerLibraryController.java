package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Htmx;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers that worked, on a page of their own and beside the form of an objection. */
@Controller
class AnswerLibraryController {

    private static final int BESIDE_A_FORM = 5;

    private final AnswerLibrary library;
    private final Objections objections;

    AnswerLibraryController(AnswerLibrary library, Objections objections) {
        this.library = library;
        this.objections = objections;
    }

    @GetMapping("/objections")
    String show(
            @RequestParam(required = false) @Nullable Long type,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        if (Htmx.isEnhanced(request)) {
            model.addAttribute("answers", library.answers(type, null, 0, BESIDE_A_FORM, viewer));
            return "negotiation/_answers :: answers";
        }
        Paging paging = Paging.of(page, AnswerLibrary.PAGE, library.count(type, text, viewer));
        model.addAttribute("section", "deals");
        model.addAttribute("types", objections.types(type));
        model.addAttribute("type", type);
        model.addAttribute("text", text);
        model.addAttribute("answers", library.answers(type, text, paging.offset(), AnswerLibrary.PAGE, viewer));
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        return "negotiation/library";
    }
}
