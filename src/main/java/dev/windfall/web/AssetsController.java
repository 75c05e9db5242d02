package dev.windfall.web;

import dev.windfall.web.Assets.Asset;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Serves [Assets], and the files of libraries, which come under addresses with their version.
@Controller
class AssetsController implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    /// A page of another release than this node's, as during an upgrade of one node after the other, names another
    /// content. What there is will do for the moment, and is not kept.
    @GetMapping("/assets/{name:[a-z]+}-{digest:[0-9a-f]{32}}.{ending:[a-z]+}")
    ResponseEntity<Resource> show(@PathVariable String name, @PathVariable String digest, @PathVariable String ending) {
        Asset asset =
                assets.find(name + "." + ending).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(asset.type())
                .cacheControl(asset.digest().equals(digest) ? FOR_GOOD : CacheControl.noCache())
                .body(asset.content());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD);
    }
}
