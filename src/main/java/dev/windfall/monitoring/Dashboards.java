package dev.windfall.monitoring;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshots;
import dev.windfall.refresh.Nodes;
import dev.windfall.refresh.RefreshHistory;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/// Puts dashboards together and renders them, once for all who watch the same.
@Component
@ConditionalOnWebApplication
class Dashboards {

    private static final TemplateSpec LIVE =
            new TemplateSpec("monitoring/dashboard", Set.of("live"), TemplateMode.HTML, null);

    private final Recorder recorder;
    private final Caches caches;
    private final Snapshots snapshots;
    private final Nodes nodes;
    private final RefreshHistory refreshes;
    private final ImportsUnderWay imports;
    private final LotteryCalendar calendar;
    private final ITemplateEngine templates;
    private final Map<Look, Rendered> latest = new ConcurrentHashMap<>();

    Dashboards(
            Recorder recorder,
            Caches caches,
            Snapshots snapshots,
            Nodes nodes,
            RefreshHistory refreshes,
            ImportsUnderWay imports,
            LotteryCalendar calendar,
            ITemplateEngine templates) {
        this.recorder = recorder;
        this.caches = caches;
        this.snapshots = snapshots;
        this.nodes = nodes;
        this.refreshes = refreshes;
        this.imports = imports;
        this.calendar = calendar;
        this.templates = templates;
    }

    /// The part of the page that shows figures, in a language.
    record Look(Span span, Locale language) {}

    private record Rendered(long reading, String html) {}

    Dashboard now(Span span) {
        return Dashboard.of(
                span,
                calendar.now(),
                recorder.steps(span),
                recorder.pool(),
                caches.all(),
                nodes.all(snapshots.find()),
                refreshes.last(),
                imports.known());
    }

    /// As of the last time that the meters were read.
    String html(Look look) {
        long reading = recorder.readings();
        return latest.compute(
                        look,
                        (_, known) -> known != null && known.reading() == reading
                                ? known
                                : new Rendered(reading, render(look)))
                .html();
    }

    private String render(Look look) {
        var context = new Context(look.language());
        context.setVariable("shown", now(look.span()));
        context.setVariable("zone", calendar.zone());
        return templates.process(LIVE, context);
    }
}
