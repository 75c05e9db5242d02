package dev.windfall.web;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// The files that pages are made of besides their HTML. Their addresses tell what is in them (`windfall-9a01….css`), or
/// the version that they came in, so that browsers may keep them for good.
@Component
class Assets implements WebMvcConfigurer {

    private static final String FOLDER = "/assets/";

    /// Of those that come with libraries, under addresses with their version.
    private static final String LIBRARIES = "/webjars/**";

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        keptForGood(registry, FOLDER + "**", "classpath:/static" + FOLDER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        keptForGood(registry, LIBRARIES, "classpath:/META-INF/resources/webjars/");
    }

    /// Looked up once: to look behind every link of every page would be ten times the work of the page itself.
    String address(String file, ResourceUrlProvider urls) {
        return addresses.computeIfAbsent(
                file, _ -> Objects.requireNonNull(urls.getForLookupPath(FOLDER + file), "no asset " + file));
    }

    private static ResourceHandlerRegistration keptForGood(
            ResourceHandlerRegistry registry, String addresses, String folder) {
        return registry.addResourceHandler(addresses)
                .addResourceLocations(folder)
                .setCacheControl(FOR_GOOD);
    }
}
