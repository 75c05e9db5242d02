package dev.windfall.bench.alternative;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// The ceiling: a page that says the same to everybody, from the same server through the same filters, to those who are
/// signed in. Once as a file by Spring's own handler, and once as bytes in memory, than which nothing is faster.
final class StaticPage {

    private StaticPage() {}

    static final class Beans {

        /// @param page the file, which need not be there before the page is asked for
        @Bean
        @ConditionalOnProperty("bench.static-page")
        SimpleUrlHandlerMapping staticPages(@Value("${bench.static-page}") Path page) throws Exception {
            return new SimpleUrlHandlerMapping(
                    Map.of("/prizes/static/bytes", bytes(page), "/prizes/static/*", file(page)), -1);
        }

        private static HttpRequestHandler bytes(Path page) {
            Supplier<byte[]> read = SingletonSupplier.of(() -> read(page));
            return (_, response) -> {
                byte[] html = read.get();
                response.setContentType(MediaType.TEXT_HTML_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.setContentLength(html.length);
                response.getOutputStream().write(html);
            };
        }

        private static byte[] read(Path page) {
            try {
                return Files.readAllBytes(page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static HttpRequestHandler file(Path page) throws ServletException {
            var handler = new ResourceHttpRequestHandler();
            handler.setLocations(List.of(new FileSystemResource(page.getParent() + "/")));
            try {
                handler.afterPropertiesSet();
            } catch (Exception e) {
                throw new ServletException(e);
            }
            return handler;
        }
    }
}
