package app.tahap.account;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Finds the cookies that an answer sets; where one is set twice, the last counts, as it does for a browser. */
final class Cookies {

    private Cookies() {}

    static Cookie session(MvcTestResult result) {
        return last(result, "tahap");
    }

    static Cookie remembered(MvcTestResult result) {
        return last(result, "tahap-remember");
    }

    static Cookie last(MvcTestResult result, String name) {
        return Arrays.stream(result.getResponse().getCookies())
                .filter(cookie -> cookie.getName().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
