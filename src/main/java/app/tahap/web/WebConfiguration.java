package app.tahap.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.templateresolver.ITemplateResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** All that reads parameters stands behind the firewall. */
    @Bean
    HttpFirewall firewall() {
        return new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return super.getFirewalledRequest(new NulFreeRequest(request));
            }
        };
    }

    /** Error pages read no forms: one that could not be read would make the page fail as well. */
    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
            }
        };
    }

    @Bean
    ShowDialect showDialect() {
        return new ShowDialect();
    }

    @Bean
    KeptFragments keptFragments(@Value("${spring.thymeleaf.cache:true}") boolean keeping) {
        return new KeptFragments(keeping);
    }

    /** As Spring Boot makes it, but for {@link PathEvaluator}. */
    @Bean
    SpringTemplateEngine templateEngine(
            ObjectProvider<ITemplateResolver> resolvers, ObjectProvider<IDialect> dialects) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setDialect(new PathDialect());
        dialects.orderedStream().forEach(engine::addDialect);
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        return engine;
    }

    /** Thymeleaf's own dialect, which reads plain paths by a shorter way. */
    static final class PathDialect extends SpringStandardDialect {

        private final PathEvaluator evaluator = new PathEvaluator(super.getVariableExpressionEvaluator());

        @Override
        public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
            return evaluator;
        }
    }
}
