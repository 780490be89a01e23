package app.tahap.setup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until the workspace exists, every page leads to the set-up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SetupFilter extends OncePerRequestFilter {

    private static final Pattern ALWAYS = Pattern.compile("/(setup|css|js|img|webjars|error|actuator)(/.*)?");

    private final SetupGate gate;

    SetupFilter(SetupGate gate) {
        this.gate = gate;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ALWAYS.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (gate.isDone()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/setup");
        }
    }
}
