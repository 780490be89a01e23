package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class DashboardController {

    private final Dashboard dashboard;
    private final ReportHead head;
    private final MessageSource messages;
    private final Clock clock;

    DashboardController(Dashboard dashboard, ReportHead head, MessageSource messages, Clock clock) {
        this.dashboard = dashboard;
        this.head = head;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    String show(
            @ModelAttribute("form") DashboardForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        List<PipelineView> all = head.pipelines();
        PipelineView pipeline = Pipelines.choose(all, form.pipeline());
        model.addAttribute("pipeline", pipeline);
        if (head.show(form, all, request, response, viewer, model)) {
            model.addAttribute("report", dashboard.show(scope(form, pipeline, viewer)));
        }
        return "report/dashboard";
    }

    @GetMapping("/dashboard/{table}.csv")
    ResponseEntity<String> table(@PathVariable String table, DashboardForm form, Viewer viewer) {
        if (form.check().hasErrors()) {
            return ResponseEntity.unprocessableContent().build();
        }
        ReportTable<?> wanted = ReportTables.named(table);
        Scope scope = scope(form, Pipelines.choose(head.pipelines(), form.pipeline()), viewer);
        StringWriter csv = new StringWriter();
        wanted.write(dashboard.show(scope), key -> messages.getMessage(key, null, viewer.locale()), csv);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(table + "-" + scope.fileName() + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(csv.toString());
    }

    private Scope scope(DashboardForm form, PipelineView pipeline, Viewer viewer) {
        Instant now = clock.instant();
        return Scope.of(pipeline, form.deals(pipeline), form.on(viewer.today(clock), viewer), now, viewer);
    }
}
