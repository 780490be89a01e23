package app.tahap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.springframework.web.servlet.resource.VersionStrategy;

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
        VersionStrategy content = new ContentVersionStrategy();
        map(registry, "/css/**", "classpath:/static/css/", new StylesVersion(sheets()));
        map(registry, "/js/**", "classpath:/static/js/", content);
        map(registry, "/img/**", "classpath:/static/img/", content);
        map(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/", content);
    }

    private static void map(ResourceHandlerRegistry registry, String path, String location, VersionStrategy version) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addVersionStrategy(version, "/**"));
    }

    private static List<Resource> sheets() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        return Stream.of(
                        "classpath:/static/css/*.css",
                        "classpath*:/META-INF/resources/webjars/tabler__core/*/dist/css/tabler.min.css")
                .flatMap(pattern -> find(files, pattern))
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList();
    }

    private static Stream<Resource> find(ResourcePatternResolver files, String pattern) {
        try {
            return Arrays.stream(files.getResources(pattern));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
