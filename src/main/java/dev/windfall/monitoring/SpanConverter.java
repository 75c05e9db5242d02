package dev.windfall.monitoring;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Reads a span as addresses have it: `quarter`, `hour`, `day`.
@Component
final class SpanConverter implements Converter<String, Span> {

    @Override
    public Span convert(String name) {
        return Span.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
