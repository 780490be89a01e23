package app.tahap.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves styles, scripts and pictures, each at an address with a hash of its content, so that browsers keep it for good.
 *
 * <p>Only these folders are mapped. Were "/**" mapped, as Spring Boot does by default, then every link of a page, such as
 * the one of each card on the board, would be searched for among all files of all jars, and most of a page's time would
 * go there.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("css", "js", "img")) {
            map(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/");
        }
        map(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
    }

    private static void map(ResourceHandlerRegistry registry, String path, String location) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
