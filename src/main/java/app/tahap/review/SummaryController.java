package app.tahap.review;

import app.tahap.account.Viewer;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a review came to: as a page, as a text to be copied, and as a table of its deals. */
@Controller
class SummaryController {

    private final Summaries summaries;
    private final SummaryText text;
    private final SummaryTable table;

    SummaryController(Summaries summaries, SummaryText text, SummaryTable table) {
        this.summaries = summaries;
        this.text = text;
        this.table = table;
    }

    @GetMapping("/reviews/{id}/summary")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        SummaryView summary = summaries.of(id, viewer);
        model.addAttribute("section", "reviews");
        model.addAttribute("summary", summary);
        model.addAttribute("review", summary.review());
        model.addAttribute("text", text.of(summary, viewer));
        return "review/summary";
    }

    @GetMapping("/reviews/{id}/summary.csv")
    ResponseEntity<String> csv(@PathVariable long id, Viewer viewer) {
        SummaryView summary = summaries.of(id, viewer);
        StringWriter csv = new StringWriter();
        table.write(summary, viewer, csv);
        String file = "review-%s.csv".formatted(viewer.dateOf(summary.review().startedAt()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(csv.toString());
    }
}
