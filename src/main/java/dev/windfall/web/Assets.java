package dev.windfall.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/// The files that pages are made of besides their HTML. Their addresses tell what is in them (`windfall-9a01….css`), so
/// that browsers may keep them for good.
@Component
class Assets {

    private static final String FOLDER = "classpath:/static/assets/*";

    private final Map<String, Asset> byName;

    Assets() {
        byName = Stream.of(files()).map(Asset::of).collect(toUnmodifiableMap(Asset::name, asset -> asset));
    }

    /// @param digest of the content, in hexadecimal; what a file is known by, not a secret
    record Asset(String name, String digest, MediaType type, Resource content) {

        static Asset of(Resource file) {
            try {
                byte[] content = file.getContentAsByteArray();
                String name = Objects.requireNonNull(file.getFilename());
                MediaType type = MediaTypeFactory.getMediaType(name).orElseThrow();
                return new Asset(name, DigestUtils.md5DigestAsHex(content), type, new ByteArrayResource(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String address() {
            int dot = name.lastIndexOf('.');
            return "/assets/%s-%s%s".formatted(name.substring(0, dot), digest, name.substring(dot));
        }
    }

    /// @param name without the digest
    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Templates have it as `assets.address`.
    public String address(String name) {
        return find(name).orElseThrow().address();
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
