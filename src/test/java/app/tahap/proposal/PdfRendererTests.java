package app.tahap.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PdfRendererTests extends ProposalScene {

    @Autowired
    PdfRenderer renderer;

    @Autowired
    DocumentViews views;

    private byte[] pdf(boolean draft) {
        ProposalSettings settings = ProposalSettings.FIRST;
        return renderer.render(views.of(draft(), settings), settings, Optional.empty(), draft);
    }

    private void write(String language, String problem, LineTerms... lines) {
        VersionView draft = draft();
        ProposalHead head = draft.head();
        proposals.write(
                proposal,
                new Draft(
                        new ProposalHead(
                                head.title(), "PT Maju & Co <Jaya>", language, head.currency(), head.validUntil()),
                        new ProposalTexts(problem, null, null, null, "Terms"),
                        java.util.List.of(lines)),
                draft.revision(),
                ani);
    }

    private static String text(PDDocument document, int page) throws IOException {
        return text(document, page, false);
    }

    /** @param inLines as the eye reads it, which turned text does not survive */
    private static String text(PDDocument document, int page, boolean inLines) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(inLines);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    @Test
    void makesFiftyLinesAPdfWithinASecond() throws IOException {
        write(
                "en",
                "Text",
                IntStream.range(0, 50)
                        .mapToObj(i ->
                                line("Line " + i + "\nwith a second row of text", "2.5", "1234.56", "5", "11", false))
                        .toArray(LineTerms[]::new));
        byte[] pdf = pdf(false);
        Duration fastest = Duration.ofDays(1); // of some, as other work on the machine says nothing about ours
        for (int i = 0; i < 5; i++) {
            long before = System.nanoTime();
            pdf = pdf(false);
            Duration taken = Duration.ofNanos(System.nanoTime() - before);
            fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
        }

        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages() - 1; page++) {
                assertThat(text(document, page))
                        .contains("Unit price", "Page " + page + " of " + document.getNumberOfPages());
            }
        }
    }

    @Test
    void canBeReadByEverybody() throws IOException {
        write(
                "id",
                "“Kutipan” – *miring*, **tebal**, Rp 1.000, € 5",
                line("Laptop", "2.5", "1234.56", "0", "11", false));

        try (PDDocument document = Loader.loadPDF(pdf(false))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Fifty laptops · ");
            assertThat(text(document, 1, true))
                    .contains(
                            "“Kutipan” – miring, tebal, Rp 1.000, € 5",
                            "PT Maju & Co <Jaya>",
                            "PPN 11%",
                            "2,5",
                            "Halaman 1 dari 1")
                    .doesNotContain("#");
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void marksDrafts() throws IOException {
        write("en", "Text", line("Laptop", "1", "5"));

        try (PDDocument draft = Loader.loadPDF(pdf(true));
                PDDocument sent = Loader.loadPDF(pdf(false))) {
            assertThat(text(draft, 1)).contains("DRAFT");
            assertThat(text(sent, 1)).doesNotContain("DRAFT");
        }
    }

    @Test
    void survivesWhatXmlDoesNotAllow() {
        write(
                "en",
                "A\u0001B\uFFFE \uD83D\uDE00 &nbsp; </style></body>",
                line("C\u0008 <img src=\"http://127.0.0.1:9/x\">", "1", "5"));

        assertThat(pdf(false)).isNotEmpty();
    }
}
