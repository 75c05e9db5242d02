package dev.windfall.language;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.windfall.measure.CacheMeters;
import io.micrometer.core.instrument.binder.MeterBinder;
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

    /// About what a part takes besides its HTML: the key with what is shown, the cache's own records, the pieces'
    /// heads.
    private static final int ENTRY_BYTES = 500;

    private final ITemplateEngine templates;
    private final String template;
    private final Map<String, Object> tools;
    private final Cache<Part, Frame> rendered;

    /// @param template whose fragments are rendered; they have what they show as `shown`
    /// @param tools what all fragments have besides that, by its name in the template
    /// @param maxBytes of all HTML that is kept
    public SharedHtml(ITemplateEngine templates, String template, Map<String, Object> tools, int maxBytes) {
        this.templates = templates;
        this.template = template;
        this.tools = Map.copyOf(tools);
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Part part, Frame html) -> ENTRY_BYTES + html.length())
                .recordStats()
                .build();
    }

    /// The HTML of a fragment in the visitor's language, to be put into the page as it is.
    ///
    /// @param shown all that the fragment shows; equal if it looks the same
    public Html of(String fragment, Object shown) {
        return of(fragment, shown, Map.of());
    }

    /// The same around gaps for what fewer visitors share: that is HTML of its own, and no reason to render what is
    /// around it once more.
    ///
    /// @param shown all that the fragment shows outside of its gaps
    /// @param parts for each gap, by the name that the fragment has it by
    public Html of(String fragment, Object shown, Map<String, Html> parts) {
        var part = new Part(fragment, shown, parts.keySet(), LocaleContextHolder.getLocale());
        return rendered.get(part, this::render).filled(gap -> requireNonNull(parts.get(gap), gap));
    }

    /// What is kept, as a cache of this name.
    public MeterBinder meters(String name) {
        return new CacheMeters(name, rendered);
    }

    /// How often something was there already, and how often it was rendered.
    public CacheStats stats() {
        return rendered.stats();
    }

    private Frame render(Part part) {
        var context = new Context(part.language(), tools);
        context.setVariable("shown", part.shown());
        part.gaps().forEach(gap -> context.setVariable(gap, Frame.gap(gap)));
        var fragment = new TemplateSpec(template, Set.of(part.fragment()), TemplateMode.HTML, null);
        return Frame.of(templates.process(fragment, context), part.gaps());
    }

    private record Part(String fragment, Object shown, Set<String> gaps, Locale language) {

        /// The names alone are kept, and not what fills them in the first view.
        Part {
            gaps = Set.copyOf(gaps);
        }
    }
}
