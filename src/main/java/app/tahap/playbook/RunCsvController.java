package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The runs of a playbook as a file: all pages, one row at a time. */
@Controller
class RunCsvController {

    private final Playbooks playbooks;
    private final RunList runs;
    private final MessageSource messages;
    private final Clock clock;

    RunCsvController(Playbooks playbooks, RunList runs, MessageSource messages, Clock clock) {
        this.playbooks = playbooks;
        this.runs = runs;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/settings/playbooks/{id}/runs.csv")
    void export(@PathVariable long id, HttpServletResponse response, Viewer viewer) throws IOException {
        Playbook playbook = playbooks.load(id);
        String file = "playbook-%d-%s.csv".formatted(id, viewer.today(clock));
        Csv csv = Csv.download(response, file, headings(viewer.locale()));
        runs.forEach(
                id,
                viewer,
                run -> csv.row(
                        playbook.name(),
                        run.dealId(),
                        run.deal(),
                        moment(run.firedAt(), viewer),
                        moment(run.endedAt(), viewer),
                        messages.getMessage("playbook.run.state." + run.state(), null, viewer.locale()),
                        run.reason()));
    }

    private static @Nullable LocalDateTime moment(@Nullable Instant at, Viewer viewer) {
        return at == null ? null : LocalDateTime.ofInstant(at, viewer.zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    private String[] headings(Locale locale) {
        Stream<String> named = Stream.of("deal", "at", "ended", "outcome", "reason")
                .map(column -> messages.getMessage("playbook.run." + column, null, locale));
        return Stream.concat(Stream.of("Playbook", "ID"), named).toArray(String[]::new);
    }
}
