package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTests {

    /// What subscribers read.
    private static final List<String> BUNDLES = List.of("web", "account", "prizes");

    /// The part of `account` that staff read, in English.
    private static final String OF_STAFF = "accounts.";

    private static Stream<Arguments> translations() {
        return BUNDLES.stream()
                .flatMap(bundle -> Arrays.stream(Language.values())
                        .filter(language -> language != Language.ENGLISH)
                        .map(language -> Arguments.of(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void saysEverythingInEachLanguage(String bundle, Language language) {
        assertThat(translated(bundle, language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(subscribersKeys(bundle));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void leavesNoFigureOutInAnyLanguage(String bundle, Language language) {
        Properties english = english(bundle);
        Properties translated = translated(bundle, language);

        for (String key : subscribersKeys(bundle)) {
            assertThat(arguments(translated.getProperty(key)))
                    .as("%s in %s", key, language)
                    .isEqualTo(arguments(english.getProperty(key)));
        }
    }

    /// A form for each plural that the language has for whole numbers on a page; a form too many is never chosen.
    @ParameterizedTest
    @MethodSource("translations")
    void hasAllPluralsOfEachLanguage(String bundle, Language language) {
        Properties translated = translated(bundle, language);
        PluralRules rules = PluralRules.forLocale(ULocale.forLocale(language.locale()));

        for (String key : subscribersKeys(bundle)) {
            Set<String> given = selectors(translated.getProperty(key));
            if (!given.isEmpty()) {
                IntStream.rangeClosed(0, 200)
                        .filter(count -> !given.contains("=" + count))
                        .forEach(count -> assertThat(given)
                                .as("%s in %s for %d", key, language, count)
                                .contains(rules.select(count)));
            }
        }
    }

    @Test
    void speaksThePluralsOfPolish() {
        var texts = new Texts(List.of("messages/prizes"));

        assertThat(IntStream.of(0, 1, 2, 5, 22, 25)
                        .mapToObj(count ->
                                texts.getMessage("draws.prizes", new Object[] {count}, Language.POLISH.locale())))
                .containsExactly("Brak nagród", "Jedna nagroda", "2 nagrody", "5 nagród", "22 nagrody", "25 nagród");
    }

    private static List<String> subscribersKeys(String bundle) {
        return english(bundle).stringPropertyNames().stream()
                .filter(key -> !key.startsWith(OF_STAFF))
                .toList();
    }

    private static Set<Integer> arguments(String text) {
        var pattern = new MessagePattern(text);
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NUMBER) {
                numbers.add(pattern.getPart(i).getValue());
            }
        }
        return numbers;
    }

    private static Set<String> selectors(String text) {
        var pattern = new MessagePattern(text);
        Set<String> selectors = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return selectors;
    }

    private static Properties english(String bundle) {
        return read(bundle + ".properties");
    }

    private static Properties translated(String bundle, Language language) {
        return read("%s_%s.properties".formatted(bundle, language.tag().replace('-', '_')));
    }

    private static Properties read(String file) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                TextsTests.class.getResourceAsStream("/messages/" + file), () -> file + " is missing")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
