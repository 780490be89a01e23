package app.tahap.account;

import java.time.Duration;

/** A login that fails: for a wrong password or unknown e-mail, or because there were too many attempts. */
public class LoginRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    LoginRefusedException(Duration wait) {
        super("wait " + wait);
        this.wait = wait;
    }

    public boolean mustWait() {
        return wait.compareTo(Duration.ZERO) > 0;
    }

    long seconds() {
        return wait.toSeconds() + 1;
    }

    /** Rounded up, so that who waits that long is let in. */
    public long minutes() {
        return wait.toMinutes() + 1;
    }
}
