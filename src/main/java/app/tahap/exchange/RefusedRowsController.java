package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The refused rows as a file, written as the imported one was: mended, it can be imported as it is. */
@Controller
class RefusedRowsController {

    private final ImportService service;
    private final ImportReport report;
    private final MessageSource messages;

    RefusedRowsController(ImportService service, ImportReport report, MessageSource messages) {
        this.service = service;
        this.report = report;
        this.messages = messages;
    }

    @GetMapping("/imports/{id}/refused.csv")
    void download(@PathVariable long id, HttpServletResponse response, Viewer viewer) throws IOException {
        ImportSettings settings = service.settings(id, viewer);
        Locale locale = viewer.locale();
        Stream<String> added = Stream.of("exchange.refused.row", "exchange.refused.reasons")
                .map(key -> messages.getMessage(key, null, locale));
        Csv csv = Csv.download(
                response,
                "refused-" + id + ".csv",
                settings.format().delimiter().sign(),
                Stream.concat(added, settings.headings().stream()).toArray(String[]::new));
        report.forEachRefused(id, locale, cells -> csv.row(cells.toArray()));
    }
}
