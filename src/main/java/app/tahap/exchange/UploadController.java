package app.tahap.exchange;

import app.tahap.account.Viewer;
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

/** The first step of an import: the file. */
@Controller
class UploadController {

    private final ImportService service;
    private final UploadLimit limit;
    private final MessageSource messages;

    UploadController(ImportService service, UploadLimit limit, MessageSource messages) {
        this.service = service;
        this.limit = limit;
        this.messages = messages;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping("/imports/new")
    String ask(Model model) {
        model.addAttribute("limit", limit);
        return "exchange/upload";
    }

    @PostMapping("/imports")
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Viewer viewer,
            Model model)
            throws IOException {
        try {
            return "redirect:/imports/" + keep(file, viewer) + "/format";
        } catch (UnreadableFileException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "problem", messages.getMessage(refused.messageKey(), refused.arguments(), viewer.locale()));
            return ask(model);
        }
    }

    private long keep(@Nullable MultipartFile file, Viewer viewer) throws IOException {
        UploadedFile uploaded = UploadedFile.of(file);
        return service.upload(uploaded.name(), uploaded.size(), uploaded.content(), viewer);
    }
}
