package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Viewer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All visits of one test to the application. */
public final class Visits implements AutoCloseable {

    private final Browser browser;
    private final String origin;
    private final Forger forger;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Visits(Browser browser, int port, Forger forger) {
        this.browser = browser;
        this.origin = "http://127.0.0.1:" + port;
        this.forger = forger;
    }

    /** Somebody who is not logged in. */
    public Visit stranger() {
        return new Visit(this);
    }

    /** Somebody who is logged in already. */
    public Visit as(Viewer viewer) {
        return new Visit(this).loggedIn(viewer);
    }

    /** What the pages logged as errors so far, policy violations included, and files or pages that could not be had. */
    public List<String> complaints() {
        return complaints;
    }

    String origin() {
        return origin;
    }

    Forger forger() {
        return forger;
    }

    BrowserContext open(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(origin));
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.setDefaultNavigationTimeout(6 * Chromium.PATIENCE); // the first page of a run meets a cold application
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && isOfThePage(message)) {
                complaints.add(message.location() + " " + message.text());
            }
        });
        context.onResponse(response -> {
            boolean isFile = !List.of("document", "fetch", "xhr")
                    .contains(response.request().resourceType());
            if (response.status() >= 500 || (isFile && response.status() >= 400)) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        contexts.add(context);
        return context;
    }

    /**
     * What could not be loaded is judged by its response, as a refusal is a page's daily work; and what came from no
     * address came from the test, such as axe's inline styles.
     */
    private static boolean isOfThePage(ConsoleMessage message) {
        return message.location().startsWith("http") && !message.text().startsWith("Failed to load resource");
    }

    void assertNoComplaints() {
        assertThat(complaints).as("complaints of the pages").isEmpty();
    }

    void keepEvidence(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("complaints.txt"), complaints);
            int number = 0;
            for (Page page : contexts.stream()
                    .flatMap(context -> context.pages().stream())
                    .toList()) {
                number++;
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(number + ".png")));
                Files.writeString(folder.resolve(number + ".html"), page.content());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
