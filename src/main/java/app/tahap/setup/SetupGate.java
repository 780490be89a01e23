package app.tahap.setup;

import app.tahap.account.WorkspaceRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets set Tahap up who sits at its machine, or who has read the one-time code in its log. A request that a proxy passed
 * on comes from the machine itself and says nothing about who sent it, so there the code is asked for.
 */
@Component
class SetupGate {

    private static final Logger log = LoggerFactory.getLogger(SetupGate.class);
    private static final List<String> SIGNS_OF_A_PROXY = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final WorkspaceRepository workspaces;
    private final AtomicBoolean done = new AtomicBoolean();
    private final String code;

    SetupGate(WorkspaceRepository workspaces) {
        this.workspaces = workspaces;
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        this.code = HexFormat.of().formatHex(bytes);
    }

    /** Whether the workspace exists. It never ceases to, so that a yes may be remembered. */
    boolean isDone() {
        if (!done.get() && workspaces.findTheOne().isPresent()) {
            done.set(true);
        }
        return done.get();
    }

    boolean admits(HttpServletRequest request, @Nullable String givenCode) {
        return isAtTheMachine(request) || (givenCode != null && matches(givenCode));
    }

    private boolean matches(String givenCode) {
        return MessageDigest.isEqual(givenCode.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isAtTheMachine(HttpServletRequest request) {
        if (SIGNS_OF_A_PROXY.stream().anyMatch(name -> request.getHeader(name) != null)) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    @EventListener
    void sayCode(ApplicationReadyEvent ready) {
        if (!isDone()) {
            log.info("Set Tahap up at /setup; from another machine, at /setup?code={}", code);
        }
    }
}
