package app.tahap.account;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] FILES = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico"};
    private static final String[] PUBLIC = {
        "/error", "/login", "/setup", "/setup/**", "/invitations/*", "/p/**", "/calendar/*"
    };

    /** The request as a whole is observed; each of its filters beside it would tell little and cost much. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Styles and scripts need neither a session nor the database. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(FILES)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> common(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /**
     * Forms that everybody can fill in, also within pages of other sites, where a browser sends no cookies: so no session is
     * asked for or made, and a signed stamp in the form does what a CSRF token does elsewhere. Which sites may show one in a
     * frame is said by its own content security policy.
     */
    @Bean
    @Order(2)
    SecurityFilterChain forms(HttpSecurity http) throws Exception {
        return http.securityMatcher("/forms/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> common(headers).frameOptions(HeadersConfigurer.FrameOptionsConfig::disable))
                .build();
    }

    /** Health and metrics have a port of their own, on the loopback address unless the operator opens it. */
    @Bean
    @Order(2)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            CurrentViewer viewers,
            RememberedLogins remembered,
            RequestCache wanted,
            MessageSource messages,
            LocaleResolver locales)
            throws Exception {
        Refusals refusals = new Refusals(viewers, messages, locales, wanted);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        // the end of an answer that was allowed at its beginning
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/settings", "/settings/**")
                        .access(only(viewers, Viewer::isAdministrator))
                        .requestMatchers("/imports", "/imports/**", "/campaigns", "/campaigns.csv", "/campaigns/**")
                        .access(only(viewers, Viewer::isManager))
                        .anyRequest()
                        .access(only(viewers, viewer -> true)))
                // the secret in a customer's link does what a token does elsewhere, and outlives any session: decision
                // 0441
                .csrf(csrf -> csrf.ignoringRequestMatchers("/p/**"))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .rememberMe(remember -> remember.rememberMeServices(remembered))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::common)
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        // Argon2id with 19 MiB and two passes: what OWASP's password storage cheat sheet asks for at least
        PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2));
    }

    @Bean
    static RequestCache wanted() {
        return new WantedPages();
    }

    /** A remembered login names the user by id, and serves as long as the user is active. */
    @Bean
    static UserDetailsService users(Viewers viewers) {
        return id -> viewers.find(Long.parseLong(id))
                .map(viewer -> new LoginUser(viewer.id()))
                .orElseThrow(() -> new UsernameNotFoundException("No active user " + id));
    }

    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
    }

    /** Asks the database, not the session: a changed role or a deactivation counts from the next request on. */
    private static AuthorizationManager<RequestAuthorizationContext> only(
            CurrentViewer viewers, Predicate<Viewer> may) {
        return (authentication, context) -> new AuthorizationDecision(
                viewers.find(context.getRequest()).filter(may).isPresent());
    }
}
