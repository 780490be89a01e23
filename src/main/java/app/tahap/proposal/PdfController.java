package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** PDFs for the team: of a draft as it would be, of what was sent as it was. */
@Controller
class PdfController {

    private final ProposalReader reader;
    private final ProposalDocuments documents;
    private final ProposalSettingsStore settings;
    private final DocumentViews views;
    private final PdfRenderer renderer;

    PdfController(
            ProposalReader reader,
            ProposalDocuments documents,
            ProposalSettingsStore settings,
            DocumentViews views,
            PdfRenderer renderer) {
        this.reader = reader;
        this.documents = documents;
        this.settings = settings;
        this.views = views;
        this.renderer = renderer;
    }

    @GetMapping("/proposals/{proposalId}/draft/pdf")
    ResponseEntity<byte[]> draft(@PathVariable long proposalId, Viewer viewer) {
        VersionView draft = reader.draft(proposalId, viewer)
                .orElseThrow(() -> new NotFoundException("draft of proposal", proposalId));
        ProposalSettings ours = settings.load();
        byte[] pdf = renderer.render(views.of(draft, ours), ours, settings.logo(), true);
        return CustomerFileController.pdf(pdf, draft.reference() + "-" + draft.number());
    }

    @GetMapping("/proposals/{proposalId}/versions/{number}/pdf")
    ResponseEntity<byte[]> sent(@PathVariable long proposalId, @PathVariable int number, Viewer viewer) {
        VersionView version = reader.load(proposalId, number, viewer);
        byte[] pdf = documents
                .pdf(version.id())
                .orElseThrow(() -> new NotFoundException("document of version", version.id()));
        return CustomerFileController.pdf(pdf, version.reference() + "-" + number);
    }
}
