package app.tahap.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PdfWarmUpTests extends ProposalScene {

    @Autowired
    PdfRenderer renderer;

    @Autowired
    DocumentViews views;

    @Autowired
    PdfWarmUp warmUp;

    @Autowired
    Clock clock;

    @Test
    void leavesARendererThatMakesProposals(CapturedOutput output) throws IOException {
        warmUp.warmUp();

        ProposalSettings settings = ProposalSettings.FIRST;
        byte[] pdf = renderer.render(views.of(draft(), settings), settings, Optional.empty(), false);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(draft().reference())
                    .doesNotContain("0000-0000");
        }
        assertThat(output).doesNotContain("Cannot make a PDF");
    }

    @Test
    void onlyWarnsWhereItFails(CapturedOutput output) {
        PdfRenderer broken = mock();
        when(broken.render(any(), any(), any(), anyBoolean())).thenThrow(new IllegalStateException("no font"));

        new PdfWarmUp(broken, views, clock, true).warmUp();

        assertThat(output).contains("WARN", "Cannot make a PDF: java.lang.IllegalStateException: no font");
        assertThat(output).doesNotContain("ERROR");
    }
}
