package app.tahap.proposal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Makes PDFs of proposals: tagged for accessibility (PDF/UA), with all fonts embedded. Nothing is loaded from anywhere while
 * it does so: styles, fonts and the logo come with the document.
 */
@Component
class PdfRenderer {

    private static final String FAMILY = "IBM Plex Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** What XML does not allow in a document, not even written as a number. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final SpringTemplateEngine templates;
    private final MessageSource messages;
    private final String styles = new String(read("proposal/document.css"), StandardCharsets.UTF_8);
    private final byte[] regular = read("fonts/IBMPlexSans-Regular.ttf");
    private final byte[] italic = read("fonts/IBMPlexSans-Italic.ttf");
    private final byte[] bold = read("fonts/IBMPlexSans-SemiBold.ttf");
    private final byte[] boldItalic = read("fonts/IBMPlexSans-SemiBoldItalic.ttf");
    private final List<CmapLookup> signs =
            Stream.of(regular, italic, bold, boldItalic).map(PdfRenderer::signs).toList();

    PdfRenderer(SpringTemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
        XRLog.setLoggingEnabled(false);
    }

    /** @param draft whether it says on every page that it is no offer yet */
    byte[] render(DocumentView document, ProposalSettings settings, Optional<byte[]> logo, boolean draft) {
        Locale locale = Locale.forLanguageTag(document.language());
        Context context = new Context(locale);
        context.setVariable("document", document);
        context.setVariable("draft", draft);
        context.setVariable("css", css(document, settings, locale));
        context.setVariable(
                "logo",
                logo.map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                        .orElse(null));
        String html = plain(templates.process("proposal/pdf", context));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(100_000);
        try {
            builder(html).toStream(pdf).run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pdf.toByteArray();
    }

    private static String plain(String text) {
        return NO_XML.matcher(text).replaceAll("");
    }

    /** The signs of a document that the fonts lack, each once: they would be printed as {@code #}. */
    String unprintable(DocumentView document) {
        return plain(HtmlUtils.htmlUnescape(document.toString())) // all that a document says, parts of it as HTML
                .codePoints()
                .filter(sign -> !Character.isWhitespace(sign) && !Character.isISOControl(sign))
                .filter(sign -> signs.stream().anyMatch(font -> font.getGlyphId(sign) == 0))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    private static CmapLookup signs(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private PdfRendererBuilder builder(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Tahap");
        builder.useUriResolver(
                (base, uri) -> uri.startsWith("data:image/png;base64,") || uri.startsWith("#") ? uri : null);
        font(builder, regular, REGULAR, FontStyle.NORMAL);
        font(builder, italic, REGULAR, FontStyle.ITALIC);
        font(builder, bold, BOLD, FontStyle.NORMAL);
        font(builder, boldItalic, BOLD, FontStyle.ITALIC);
        builder.withHtmlContent(html, null);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, byte[] font, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font), FAMILY, weight, style, true);
    }

    /** What stands in the margins of the pages, and the workspace's colour, come before the styles of all documents. */
    private String css(DocumentView document, ProposalSettings settings, Locale locale) {
        String pages = messages.getMessage("proposal.document.page", null, locale);
        String[] around = pages.split("#", -1);
        String footer = document.footer() == null ? document.workspace() : document.footer();
        String filled = styles.replace("$accent", settings.accent())
                .replace("$footer", quoted(footer))
                .replace("$reference", quoted(document.reference()))
                .replace("$page", quoted(around[0]) + " counter(page) " + quoted(around[1]) + " counter(pages)");
        return "<style>" + filled + "</style>";
    }

    /** A string of CSS; signs that could end it or the element are written as numbers. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(sign -> {
            if (sign == '\n') {
                quoted.append("\\A ");
            } else if (Character.isLetterOrDigit(sign) || sign == ' ') {
                quoted.appendCodePoint(sign);
            } else if (sign > ' ') {
                quoted.append('\\').append(Integer.toHexString(sign)).append(' ');
            }
        });
        return quoted.append('"').toString();
    }

    private static byte[] read(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
