package dev.windfall;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Takes a path in a setting for what it is, from the folder in which the program was started. By itself, Spring would
/// look for it among the web server's resources first, and refuse one that leads out of them (`../data`).
@Component
@ConfigurationPropertiesBinding
class PathSettings implements Converter<String, Path> {

    @Override
    public Path convert(String path) {
        return Path.of(path);
    }
}
