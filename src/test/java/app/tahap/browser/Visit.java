package app.tahap.browser;

import app.tahap.account.Viewer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit in a browser profile of its own, on a wide screen, in English, in the light and without moving parts unless
 * told otherwise. Further pages of the same visit: {@code page.context().newPage()}.
 */
public final class Visit {

    public static final int[] WIDE = {1280, 800};
    public static final int[] PHONE = {390, 844};

    private final Visits visits;
    private final Browser.NewContextOptions options = new Browser.NewContextOptions()
            .setViewportSize(WIDE[0], WIDE[1])
            .setLocale("en")
            .setColorScheme(ColorScheme.LIGHT)
            .setReducedMotion(ReducedMotion.REDUCE);
    private @Nullable Viewer viewer;

    Visit(Visits visits) {
        this.visits = visits;
    }

    Visit loggedIn(Viewer who) {
        viewer = who;
        return this;
    }

    /** A narrow screen that is touched. */
    public Visit onPhone() {
        options.setViewportSize(PHONE[0], PHONE[1])
                .setHasTouch(true)
                .setIsMobile(true)
                .setDeviceScaleFactor(2);
        return this;
    }

    public Visit inTheDark() {
        options.setColorScheme(ColorScheme.DARK);
        return this;
    }

    /** Changes the language of a user who is logged in, too. */
    public Visit inIndonesian() {
        options.setLocale("id");
        if (viewer != null) {
            visits.forger().letSpeak(viewer, "id");
        }
        return this;
    }

    public Visit withoutScripts() {
        options.setJavaScriptEnabled(false);
        return this;
    }

    /** With the transitions and animations that most people see. */
    public Visit withMotion() {
        options.setReducedMotion(ReducedMotion.NO_PREFERENCE);
        return this;
    }

    /** Opens an address of the application, such as {@code /board?text=laptop}. */
    public Page open(String address) {
        BrowserContext context = visits.open(options);
        if (viewer != null) {
            context.addCookies(List.of(new Cookie("tahap", visits.forger().session(viewer)).setUrl(visits.origin())));
        }
        Page page = context.newPage();
        page.navigate(address);
        return page;
    }
}
