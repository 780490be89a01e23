package app.tahap.proposal;

import app.tahap.web.NotFoundException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of a customer's page: the PDF, the logo, and the workspace's colour. */
@Controller
@RequestMapping("/p/{token}")
class CustomerFileController {

    private final CustomerPage page;

    CustomerFileController(CustomerPage page) {
        this.page = page;
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String token) {
        Visit visit = find(token);
        byte[] pdf = page.pdf(visit).orElseThrow(() -> new NotFoundException("document", visit.versionId()));
        return pdf(pdf, visit.reference() + "-" + visit.number());
    }

    @GetMapping("/logo")
    ResponseEntity<byte[]> logo(@PathVariable String token) {
        find(token);
        byte[] png = page.logo().orElseThrow(() -> new NotFoundException("logo", 0));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(png);
    }

    /** The colour of the workspace, as a style sheet: styles within the page are not allowed. */
    @GetMapping("/look.css")
    ResponseEntity<String> look(@PathVariable String token) {
        find(token);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(":root{--accent:" + page.accent() + "}");
    }

    private Visit find(String token) {
        return page.find(token).orElseThrow(() -> new NotFoundException("link", "…"));
    }

    static ResponseEntity<byte[]> pdf(byte[] pdf, String name) {
        ContentDisposition shown =
                ContentDisposition.inline().filename(name + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }
}
