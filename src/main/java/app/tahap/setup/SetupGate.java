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
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets set Tahap up who sits at its machine, or who has read the one-time code in its log. A request that a proxy passed
 * on seems to come from the machine itself, or from wherever its headers claim, so there the code is asked for.
 */
@Component
class SetupGate {

    private static final Logger log = LoggerFactory.getLogger(SetupGate.class);
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final WorkspaceRepository workspaces;
    private final AtomicBoolean done = new AtomicBoolean();
    private final boolean behindProxy;
    private final String code;

    SetupGate(WorkspaceRepository workspaces, ServerProperties server) {
        this.workspaces = workspaces;
        this.behindProxy = isUsed(server.getForwardHeadersStrategy());
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

    /** What the log tells until the workspace exists. */
    String code() {
        return code;
    }

    private boolean matches(String givenCode) {
        return MessageDigest.isEqual(givenCode.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    /** Then the sender's address is what headers claimed; without a strategy, a cloud platform may have chosen one. */
    private static boolean isUsed(@Nullable ForwardHeadersStrategy strategy) {
        return strategy != ForwardHeadersStrategy.NONE;
    }

    private boolean isAtTheMachine(HttpServletRequest request) {
        if (behindProxy || SIGNS_OF_A_PROXY.stream().anyMatch(name -> request.getHeader(name) != null)) {
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
