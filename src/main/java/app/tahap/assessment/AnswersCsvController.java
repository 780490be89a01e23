package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.web.Csv;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The answers of deals as a file, one row for each: of those that a filter asks for, and the viewer may see. */
@Controller
class AnswersCsvController {

    private final Assessments assessments;
    private final AnswerList list;
    private final MessageSource messages;
    private final Clock clock;

    AnswersCsvController(Assessments assessments, AnswerList list, MessageSource messages, Clock clock) {
        this.assessments = assessments;
        this.list = list;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/answers.csv")
    void export(DealCriteria criteria, HttpServletResponse response, Viewer viewer) throws IOException {
        write(criteria, null, response, viewer);
    }

    @GetMapping("/deals/{dealId}/answers.csv")
    void exportOne(@PathVariable long dealId, HttpServletResponse response, Viewer viewer) throws IOException {
        assessments.load(dealId, viewer);
        write(DealCriteria.NONE, dealId, response, viewer);
    }

    private void write(DealCriteria criteria, @Nullable Long dealId, HttpServletResponse response, Viewer viewer)
            throws IOException {
        String file = "answers-%s.csv".formatted(viewer.today(clock));
        String[] headings = Stream.of(
                        "deal.record.id",
                        "deal.list.title",
                        "deal.list.organization",
                        "assessment.csv.question",
                        "assessment.csv.answer",
                        "assessment.csv.by",
                        "assessment.csv.on")
                .map(key -> messages.getMessage(key, null, viewer.locale()))
                .toArray(String[]::new);
        Csv csv = Csv.download(response, file, headings);
        list.forEach(criteria, dealId, viewer, row -> csv.row(cells(row, viewer)));
    }

    private static @Nullable Object[] cells(AnswerList.Row row, Viewer viewer) {
        return new @Nullable Object[] {
            row.dealId(),
            row.deal(),
            row.organization(),
            row.wording().text().in(viewer.locale()),
            row.stored().answer().inWords(row.wording().choicesIn(viewer.locale())),
            row.stored().by(),
            Show.isoDate(row.stored().at(), viewer.zone())
        };
    }
}
