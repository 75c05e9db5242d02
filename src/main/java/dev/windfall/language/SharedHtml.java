package dev.windfall.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/// HTML that visitors share, rendered once for all of them in each language: the one idea again, for pages.
///
/// A key holds all that its HTML shows, so that can't be stale; what nobody asks for any more makes room. What is one
/// visitor's own, such as a name or the token of a form, has no place in it.
public final class SharedHtml {

    private final ITemplateEngine templates;
    private final String template;
    private final Map<String, Object> tools;
    private final Cache<Part, String> rendered;

    /// @param template whose fragments are rendered; they have what they show as `shown`
    /// @param tools what all fragments have besides that, by its name in the template
    /// @param maxCharacters of all HTML that is kept
    public SharedHtml(ITemplateEngine templates, String template, Map<String, Object> tools, int maxCharacters) {
        this.templates = templates;
        this.template = template;
        this.tools = Map.copyOf(tools);
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(maxCharacters)
                .weigher((Part part, String html) -> html.length())
                .recordStats()
                .build();
    }

    /// The HTML of a fragment in the visitor's language, to be put into the page as it is.
    ///
    /// @param shown all that the fragment shows; equal if it looks the same
    public String of(String fragment, Object shown) {
        return rendered.get(new Part(fragment, shown, LocaleContextHolder.getLocale()), this::render);
    }

    /// How often something was there already, and how often it was rendered.
    public CacheStats stats() {
        return rendered.stats();
    }

    private String render(Part part) {
        var context = new Context(part.language(), tools);
        context.setVariable("shown", part.shown());
        return templates.process(new TemplateSpec(template, Set.of(part.fragment()), TemplateMode.HTML, null), context);
    }

    private record Part(String fragment, Object shown, Locale language) {}
}
