package app.tahap.account;

import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.rememberme.JdbcTokenRepositoryImpl;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/favicon.ico",
        "/error",
        "/login",
        "/setup",
        "/setup/**",
        "/invitations/*"
    };
    private static final int REMEMBERED_SECONDS = 30 * 24 * 60 * 60;

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            CurrentViewer viewers,
            LoginProvider login,
            PersistentTokenRepository rememberedLogins,
            UserRepository users)
            throws Exception {
        Refusals refusals = new Refusals(viewers);
        return http.authenticationProvider(login)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers("/settings", "/settings/**")
                        .access(only(viewers, Viewer::isAdministrator))
                        .requestMatchers("/imports", "/imports/**")
                        .access(only(viewers, Viewer::isManager))
                        .anyRequest()
                        .access(only(viewers, viewer -> true)))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("email")
                        .failureHandler(new LoginFailureHandler())
                        .defaultSuccessUrl("/board"))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .rememberMe(remember -> remember.tokenRepository(rememberedLogins)
                        .userDetailsService(byId(users))
                        .rememberMeCookieName("tahap-remember")
                        .tokenValiditySeconds(REMEMBERED_SECONDS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2));
    }

    @Bean
    PersistentTokenRepository rememberedLogins(DataSource dataSource) {
        JdbcTokenRepositoryImpl repository = new JdbcTokenRepositoryImpl();
        repository.setDataSource(dataSource);
        return repository;
    }

    /** A remembered login names the user by id, and serves as long as the user is active. */
    private static UserDetailsService byId(UserRepository users) {
        return id -> users.findById(Long.valueOf(id))
                .filter(User::isActive)
                .map(LoginUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("No active user " + id));
    }

    /** Asks the database, not the session: a changed role or a deactivation counts from the next request on. */
    private static AuthorizationManager<RequestAuthorizationContext> only(
            CurrentViewer viewers, Predicate<Viewer> may) {
        return (authentication, context) -> new AuthorizationDecision(
                viewers.find(context.getRequest()).filter(may).isPresent());
    }
}
