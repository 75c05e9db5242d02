package dev.windfall;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Views pages at a steady rate until it is stopped; at a lower one as long as the machine doesn't give more, so that
/// views don't pile up.
///
/// Every view has a connection of its own and a single try: what a browser would mend by asking again counts as failed.
/// A view is well if its page is whole and shows what it is to show.
final class PageLoad {

    private static final int TIMEOUT_MS = 20_000;
    private static final int MAX_IN_FLIGHT = 32;

    private final URI site;
    private final String cookies;
    private final List<Page> pages;
    private final ScheduledExecutorService metronome = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger views = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> latenciesNs = new ConcurrentLinkedQueue<>();
    private final long startNs = System.nanoTime();

    /// @param shown what the page has to contain
    record Page(String path, String shown) {}

    /// @param latenciesMs in ascending order
    record Figures(int views, List<String> failures, Duration duration, List<Long> latenciesMs) {

        long viewsPerSecond() {
            return views * 1000L / duration.toMillis();
        }

        long latencyMs(double share) {
            return latenciesMs.get((int) ((latenciesMs.size() - 1) * share));
        }

        @Override
        public String toString() {
            return "%,d views, %d failed, %d s, %d a second, 99 %% within %d ms, all within %d ms"
                    .formatted(
                            views,
                            failures.size(),
                            duration.toSeconds(),
                            viewsPerSecond(),
                            latencyMs(0.99),
                            latencyMs(1));
        }
    }

    private PageLoad(URI site, String cookies, List<Page> pages) {
        this.site = site;
        this.cookies = cookies;
        this.pages = List.copyOf(pages);
    }

    /// @param cookies of who is signed in
    /// @param pages viewed in turn
    static PageLoad on(URI site, String cookies, int viewsPerSecond, List<Page> pages) {
        var load = new PageLoad(site, cookies, pages);
        var _ = load.metronome.scheduleAtFixedRate(
                load::viewNext, 0, TimeUnit.SECONDS.toNanos(1) / viewsPerSecond, TimeUnit.NANOSECONDS);
        return load;
    }

    int views() {
        return views.get();
    }

    /// Waits for the views that are under way.
    Figures stop() {
        metronome.close();
        visitors.close();
        var duration = Duration.ofNanos(System.nanoTime() - startNs);
        List<Long> latenciesMs = latenciesNs.stream()
                .map(TimeUnit.NANOSECONDS::toMillis)
                .sorted()
                .toList();
        return new Figures(views.get(), new ArrayList<>(failures), duration, latenciesMs);
    }

    private void viewNext() {
        if (inFlight.get() >= MAX_IN_FLIGHT) {
            return;
        }
        inFlight.incrementAndGet();
        Page page = pages.get(views.getAndIncrement() % pages.size());
        var _ = visitors.submit(() -> {
            view(page);
            inFlight.decrementAndGet();
        });
    }

    private void view(Page page) {
        long begun = System.nanoTime();
        try {
            String answer = get(page.path());
            if (!answer.startsWith("HTTP/1.1 200") || !answer.contains(page.shown()) || !answer.contains("</html>")) {
                failures.add(page.path() + ": " + answer.lines().findFirst().orElse("no answer"));
            }
        } catch (IOException e) {
            failures.add(page.path() + ": " + e);
        }
        latenciesNs.add(System.nanoTime() - begun);
    }

    private String get(String path) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(site.getHost(), site.getPort()), TIMEOUT_MS);
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, site.getAuthority(), cookies);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
