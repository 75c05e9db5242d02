package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a template says in words is a sample, which a text of the visitor's language takes the place of.
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("templates");

    private static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void sayNothingInALanguageOfTheirOwn(Path template) throws Exception {
        assertThat(hardCoded(Files.readString(template)))
                .as(template.toString())
                .isEmpty();
    }

    @Test
    void isTold() throws ParseException {
        assertThat(hardCoded("<p>Hello <b th:text=\"x\">you</b></p>")).containsExactly("Hello");
        assertThat(hardCoded("<input placeholder=\"Name\">")).containsExactly("placeholder=Name");
        assertThat(hardCoded("<p th:text=\"x\">Hello</p><p>, 3 %</p><img alt=\"\">"))
                .isEmpty();
    }

    private static List<String> hardCoded(String template) throws ParseException {
        var texts = new Texts();
        new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, texts);
        return texts.found;
    }

    private static final class Texts extends AbstractMarkupHandler {

        private static final Set<String> READ_OUT = Set.of("alt", "title", "placeholder", "aria-label");
        private static final Set<String> REPLACED_BY = Set.of("th:text", "th:utext", "th:replace", "th:insert");

        private final List<String> found = new ArrayList<>();
        private final Deque<Boolean> replaced = new ArrayDeque<>();
        private final Set<String> attributes = new LinkedHashSet<>();
        private final List<String> spoken = new ArrayList<>();

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLen,
                int nameLine,
                int nameCol,
                int operatorOffset,
                int operatorLen,
                int operatorLine,
                int operatorCol,
                int valueContentOffset,
                int valueContentLen,
                int valueOuterOffset,
                int valueOuterLen,
                int valueLine,
                int valueCol) {
            String name = new String(buffer, nameOffset, nameLen);
            attributes.add(name);
            if (READ_OUT.contains(name) && valueContentLen > 0) {
                spoken.add(name + "=" + new String(buffer, valueContentOffset, valueContentLen));
            }
        }

        @Override
        public void handleOpenElementEnd(char[] buffer, int nameOffset, int nameLen, int line, int col) {
            found.addAll(spoken);
            replaced.push(
                    Boolean.TRUE.equals(replaced.peek()) || attributes.stream().anyMatch(REPLACED_BY::contains));
            forget();
        }

        @Override
        public void handleStandaloneElementEnd(
                char[] buffer, int nameOffset, int nameLen, boolean minimized, int line, int col) {
            found.addAll(spoken);
            forget();
        }

        @Override
        public void handleCloseElementEnd(char[] buffer, int nameOffset, int nameLen, int line, int col) {
            replaced.pop();
        }

        @Override
        public void handleText(char[] buffer, int offset, int len, int line, int col) {
            String text = new String(buffer, offset, len).strip();
            if (!Boolean.TRUE.equals(replaced.peek()) && text.chars().anyMatch(Character::isLetter)) {
                found.add(text);
            }
        }

        private void forget() {
            attributes.clear();
            spoken.clear();
        }
    }
}
