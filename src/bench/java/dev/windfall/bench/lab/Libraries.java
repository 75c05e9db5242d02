package dev.windfall.bench.lab;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The libraries by which the ways to answer a subscriber are built.
public final class Libraries {

    private static final Pattern NAMED =
            Pattern.compile("(spring-boot|tomcat-embed-core|thymeleaf|HikariCP|postgresql|caffeine"
                    + "|hibernate-core|lettuce-core|hollow|jmh-core)-(\\d.*)\\.jar");

    private Libraries() {}

    /// With their versions, as they are on the class path.
    public static String versions() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(MatchResult.class::cast)
                .map(library -> library.group(1) + " " + library.group(2))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
