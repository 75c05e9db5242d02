package dev.windfall.language;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.ObjectUtils;

/// The texts of all pages. They are patterns of ICU's message format, which knows the plural forms of every language;
/// Java's own knows none, and "2 nagrody, 5 nagród" can't be said by it.
final class Texts extends ResourceBundleMessageSource {

    private final Map<Text, MessageFormat> formats = new ConcurrentHashMap<>();

    /// @param bundles resources without language and ending; the ones without language are English
    Texts(List<String> bundles) {
        setBasenames(bundles.toArray(String[]::new));
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        if (code == null || locale == null) {
            return null;
        }
        String text = resolveCodeWithoutArguments(code, locale);
        if (text == null || ObjectUtils.isEmpty(arguments)) {
            return text;
        }
        MessageFormat format = formats.computeIfAbsent(new Text(text, locale), Texts::format);
        // these formats are not made for several threads
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private static MessageFormat format(Text text) {
        return new MessageFormat(text.pattern(), text.locale());
    }

    private record Text(String pattern, Locale locale) {}
}
