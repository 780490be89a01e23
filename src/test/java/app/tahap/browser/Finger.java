package app.tahap.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** One finger on a page's screen, moving as the browser's own input does, so that scrolling is the browser's decision. */
public final class Finger {

    private static final int STEP = 12;

    private final Page page;
    private final CDPSession screen;
    private double x;
    private double y;

    public Finger(Page page) {
        this.page = page;
        this.screen = page.context().newCDPSession(page);
    }

    /** Touches the middle of an element. */
    public Finger press(Locator element) {
        BoundingBox box = element.boundingBox();
        x = box.x + box.width / 2;
        y = box.y + box.height / 2;
        send("touchStart", true);
        return this;
    }

    /** Stays where it is, with the tremble that every finger has. */
    public Finger hold(int milliseconds) {
        for (int waited = 0; waited < milliseconds; waited += 50) {
            page.waitForTimeout(50);
            x += waited % 100 == 0 ? 1 : -1;
            send("touchMove", true);
        }
        return this;
    }

    public Finger moveTo(double targetX, double targetY) {
        double distance = Math.hypot(targetX - x, targetY - y);
        int steps = (int) Math.max(1, distance / STEP);
        double fromX = x;
        double fromY = y;
        for (int i = 1; i <= steps; i++) {
            x = fromX + (targetX - fromX) * i / steps;
            y = fromY + (targetY - fromY) * i / steps;
            send("touchMove", true);
            page.waitForTimeout(10);
        }
        return this;
    }

    public Finger moveBy(double right, double down) {
        return moveTo(x + right, y + down);
    }

    public Finger moveTo(Locator element) {
        BoundingBox box = element.boundingBox();
        return moveTo(box.x + box.width / 2, box.y + box.height / 2);
    }

    public void lift() {
        send("touchEnd", false);
    }

    private void send(String type, boolean touching) {
        JsonArray points = new JsonArray();
        if (touching) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", event);
    }
}
