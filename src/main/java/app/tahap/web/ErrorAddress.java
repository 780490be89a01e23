package app.tahap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hides the address of the error page from those who ask for it: only the server does so, after an error. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ErrorAddress extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isErrorPageWithoutError(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isErrorPageWithoutError(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/error")
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
    }
}
