package dev.windfall.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// A language that the pages are written in, with the way in which its readers write dates and amounts.
public enum Language {
    ENGLISH("en-GB", "English"),
    DUTCH("nl", "Nederlands"),
    GERMAN("de", "Deutsch"),
    FRENCH("fr", "Français"),
    POLISH("pl", "Polski"),
    PORTUGUESE("pt-BR", "Português");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /// As `lang` attributes and the choice of a language name it.
    ///
    /// @return a BCP 47 tag
    public String tag() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /// As its speakers call it.
    public String ownName() {
        return ownName;
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /// The first of these that there is, whatever the country.
    static Optional<Language> firstOf(Collection<Locale> locales) {
        return locales.stream()
                .flatMap(locale -> Arrays.stream(values()).filter(language -> language.isSpokenIn(locale)))
                .findFirst();
    }

    private boolean isSpokenIn(Locale other) {
        return locale.getLanguage().equals(other.getLanguage());
    }
}
