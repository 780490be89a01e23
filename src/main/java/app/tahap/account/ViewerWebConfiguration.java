package app.tahap.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Gives controllers the viewer as an argument, and every page the viewer's language. */
@Configuration(proxyBeanMethods = false)
class ViewerWebConfiguration implements WebMvcConfigurer {

    private final CurrentViewer currentViewer;

    ViewerWebConfiguration(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgumentResolver(currentViewer));
    }

    @Bean
    static LocaleResolver localeResolver(CurrentViewer currentViewer) {
        return new ViewerLocaleResolver(currentViewer);
    }

    /** Shows a page before login in the language of whom it is for, unless another was chosen there. */
    static void suggestLanguage(HttpServletRequest request, Locale language) {
        HttpSession session = request.getSession();
        if (session.getAttribute(ViewerLocaleResolver.LANGUAGE) == null) {
            session.setAttribute(ViewerLocaleResolver.LANGUAGE, language.getLanguage());
        }
    }

    private record ViewerArgumentResolver(CurrentViewer currentViewer) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class;
        }

        @Override
        public Viewer resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binderFactory) {
            HttpServletRequest servletRequest =
                    Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            return currentViewer
                    .find(servletRequest)
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is logged in"));
        }
    }

    /** The language of who is logged in; before that, of the browser. */
    private static final class ViewerLocaleResolver extends AcceptHeaderLocaleResolver {

        private static final String LANGUAGE = "language";

        private final CurrentViewer currentViewer;

        ViewerLocaleResolver(CurrentViewer currentViewer) {
            this.currentViewer = currentViewer;
            setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("id")));
            setDefaultLocale(Locale.ENGLISH);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            Locale language = PageLanguage.of(request);
            return language != null
                    ? language
                    : currentViewer.find(request).map(Viewer::locale).orElseGet(() -> chosen(request));
        }

        /** Before login a link, or a button, can choose the language, which then stays for the session; error pages have none. */
        private Locale chosen(HttpServletRequest request) {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return super.resolveLocale(request);
            }
            String wanted = request.getParameter("GET".equals(request.getMethod()) ? LANGUAGE : "speak");
            if ("en".equals(wanted) || "id".equals(wanted)) {
                request.getSession().setAttribute(LANGUAGE, wanted);
            }
            HttpSession session = request.getSession(false);
            return session != null && session.getAttribute(LANGUAGE) instanceof String language
                    ? Locale.forLanguageTag(language)
                    : super.resolveLocale(request);
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("A user's language is changed in the profile");
        }
    }
}
