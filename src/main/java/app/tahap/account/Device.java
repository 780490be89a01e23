package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a browser says of itself, by which people recognise their devices. It may say anything: no decision hangs on it.
 *
 * @param browser null where it is none of the usual ones
 * @param system null where it is none of the usual ones
 */
record Device(@Nullable String browser, @Nullable String system) {

    private static final int LONGEST = 300;

    /** The first that is found counts, since each browser names those that it resembles as well. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser/",
            "Samsung Internet",
            "Vivaldi/",
            "Vivaldi",
            "Firefox/",
            "Firefox",
            "FxiOS/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows",
            "Windows",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "CrOS",
            "ChromeOS",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    /** @param userAgent the header of that name; null where there was none */
    static Device of(@Nullable String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    /** What the browser that makes a request says of itself, as far as it is worth keeping. */
    static String userAgent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.USER_AGENT);
        return header == null ? "" : header.substring(0, Math.min(header.length(), LONGEST));
    }

    private static @Nullable String first(Map<String, String> names, @Nullable String userAgent) {
        return userAgent == null
                ? null
                : names.entrySet().stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static Map<String, String> ordered(String... signsAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < signsAndNames.length; i += 2) {
            names.put(signsAndNames[i], signsAndNames[i + 1]);
        }
        return names;
    }
}
