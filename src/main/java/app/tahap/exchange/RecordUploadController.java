package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.RecordFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The first step of an import of records: what they are, and the file. */
@Controller
class RecordUploadController {

    private final RecordService service;
    private final RecordFiles kinds;
    private final UploadLimit limit;
    private final MessageSource messages;

    RecordUploadController(RecordService service, RecordFiles kinds, UploadLimit limit, MessageSource messages) {
        this.service = service;
        this.kinds = kinds;
        this.limit = limit;
        this.messages = messages;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping("/imports/records/new")
    String ask(@RequestParam(required = false) @Nullable String kind, Viewer viewer, Model model) {
        model.addAttribute("limit", limit);
        model.addAttribute("most", RecordService.MOST_ROWS);
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("chosen", kinds.find(kind).map(RecordFile::key).orElse(null));
        return "exchange/record-upload";
    }

    @PostMapping("/imports/records")
    String upload(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Viewer viewer,
            Model model)
            throws IOException {
        RecordFile chosen = kinds.find(kind).orElse(null);
        try {
            if (chosen != null) {
                UploadedFile uploaded = UploadedFile.of(file);
                return "redirect:/imports/records/"
                        + service.upload(chosen, uploaded.name(), uploaded.size(), uploaded.content(), viewer);
            }
            model.addAttribute(
                    "kindProblem", messages.getMessage("exchange.record.kind.required", null, viewer.locale()));
        } catch (UnreadableFileException refused) {
            model.addAttribute(
                    "problem", messages.getMessage(refused.messageKey(), refused.arguments(), viewer.locale()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(kind, viewer, model);
    }
}
