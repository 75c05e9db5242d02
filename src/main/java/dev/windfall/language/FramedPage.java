package dev.windfall.language;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.windfall.measure.CacheMeters;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.unbescape.html.HtmlEscape;

/// A page that is rendered once for all, with gaps for what is one visitor's own; a view only fills these.
///
/// A frame is rendered without a request, so that there is nobody whose name or token could get into it. All that it
/// shows names it, so that it can't be stale.
public final class FramedPage {

    private static final String HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString();
    private static final String SHELL = "shell";
    private static final String OWN = "own";
    private static final String NAME = "own name";
    private static final String NUMBER = "own number";
    private static final String FORM_TOKEN = "own form token";
    private static final Own GAPS = new Own(Frame.gap(NAME), Frame.gap(NUMBER), () -> Frame.gap(FORM_TOKEN));

    private final ITemplateEngine templates;
    private final String template;
    private final Map<String, Object> tools;
    private final Cache<Shown, Frame> frames;

    /// @param tools what the template has besides what is shown, by its name there
    /// @param maxBytes of all frames that are kept
    public FramedPage(ITemplateEngine templates, String template, Map<String, Object> tools, int maxBytes) {
        this.templates = templates;
        this.template = template;
        this.tools = Map.copyOf(tools);
        this.frames = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Shown shown, Frame frame) -> frame.length())
                .recordStats()
                .build();
    }

    /// One view of the page. What is around it and who looks, `shell` and `own`, it has from the layout.
    ///
    /// @param common what the frame shows besides, by its name in the template; equal for most visitors
    /// @param parts for each gap that the template names
    public View view(Map<String, Object> common, Map<String, Html> parts) {
        return (model, _, response) -> send(filled(requireNonNull(model), common, parts), response);
    }

    /// What is kept, as a cache of this name.
    public MeterBinder meters(String name) {
        return new CacheMeters(name, frames);
    }

    /// How often a frame was there already, and how often it was rendered.
    public CacheStats stats() {
        return frames.stats();
    }

    private Html filled(Map<String, ?> layout, Map<String, Object> common, Map<String, Html> parts) {
        var own = (Own) requireNonNull(layout.get(OWN));
        var shell = requireNonNull(layout.get(SHELL));
        return frames.get(new Shown(shell, common, parts.keySet(), LocaleContextHolder.getLocale()), this::render)
                .filled(gap -> content(gap, own, parts));
    }

    private Frame render(Shown shown) {
        var context = new Context(shown.language(), tools);
        context.setVariables(shown.common());
        context.setVariable(SHELL, shown.shell());
        context.setVariable(OWN, GAPS);
        shown.parts().forEach(part -> context.setVariable(part, Frame.gap(part)));
        return Frame.of(templates.process(template, context), gaps(shown));
    }

    private static Set<String> gaps(Shown shown) {
        Set<String> gaps = new HashSet<>(shown.parts());
        gaps.addAll(List.of(NAME, NUMBER, FORM_TOKEN));
        return gaps;
    }

    private static Html content(String gap, Own own, Map<String, Html> parts) {
        return switch (gap) {
            case NAME -> escaped(own.name());
            case NUMBER -> escaped(own.number());
            case FORM_TOKEN -> escaped(own.formToken());
            default -> requireNonNull(parts.get(gap), gap);
        };
    }

    private static Html escaped(String text) {
        return Html.of(HtmlEscape.escapeHtml4Xml(text));
    }

    /// At once, when it is complete.
    private static void send(Html page, HttpServletResponse response) throws IOException {
        response.setContentType(HTML);
        response.setLocale(LocaleContextHolder.getLocale());
        response.setContentLength(page.length());
        page.writeTo(response.getOutputStream());
    }

    private record Shown(Object shell, Map<String, Object> common, Set<String> parts, Locale language) {

        /// The names alone are kept, and not the HTML of the first view.
        Shown {
            parts = Set.copyOf(parts);
        }
    }
}
