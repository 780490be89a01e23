package app.tahap.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The one browser of a test run: a Chromium that is installed on this machine. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    static final double PATIENCE = 5_000;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final String MISSING = """

            ###########################################################################################
            #  NO BROWSER: the journeys were NOT run, so nothing is known about the pages' behaviour.  #
            #  Install Chromium, so that one of %s is on the PATH.  #
            ###########################################################################################
            """.formatted(String.join(", ", NAMES));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // the sandbox does not start as root, which containers mostly are
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name"))));
    }

    /** Starts the browser. Without one the test is aborted loudly, and fails where it is demanded: in CI. */
    static Chromium start() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            System.err.println(MISSING);
            if ("true".equals(System.getenv("CI"))) {
                fail(MISSING);
            }
            Assumptions.abort(MISSING);
        }
        return new Chromium(executable.orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        List<String> folders =
                List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
