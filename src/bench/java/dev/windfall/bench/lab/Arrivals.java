package dev.windfall.bench.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Subscribers who come at a steady rate, whether the ones before them have been served or not: who has to wait because
/// the node stands still counts with all of his waiting, from when he wanted to come. Who comes again holds the page
/// that he was shown, and says so, as a browser does.
public final class Arrivals implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI page;
    private final List<Visitor> visitors;
    private final ConcurrentMap<Visitor, Pages.Held> held = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ConcurrentLinkedQueue<View> views = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Thread gate;
    private volatile long intervalNs;
    private volatile boolean again;
    private volatile boolean open = true;

    /// @param wantedNs when the visitor came
    /// @param tookNs until he had the page
    private record View(long wantedNs, long tookNs, boolean well) {}

    private Arrivals(URI page, List<Visitor> visitors, int perSecond) {
        this.page = page;
        this.visitors = visitors;
        this.intervalNs = intervalNs(perSecond);
        this.gate = Thread.ofPlatform().daemon().name("arrivals").start(this::letIn);
    }

    public static Arrivals at(URI page, List<Visitor> visitors, int perSecond) {
        return new Arrivals(page, visitors, perSecond);
    }

    /// From now on at another rate, and first of all those once more who have been there.
    public void comeAgain(int perSecond) {
        intervalNs = intervalNs(perSecond);
        again = true;
    }

    /// Some who have been there, with what they hold.
    public List<Pages.Held> holders(int most) {
        return held.values().stream().limit(most).toList();
    }

    private static long intervalNs(int perSecond) {
        return 1_000_000_000L / perSecond;
    }

    private void letIn() {
        long next = System.nanoTime();
        for (int i = 0; open; i++) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            if (again) {
                again = false;
                i = 0;
            }
            letIn(visitors.get(i % visitors.size()), next);
            next += intervalNs;
        }
    }

    private void letIn(Visitor visitor, long wantedNs) {
        underWay.incrementAndGet();
        var request = HttpRequest.newBuilder(page).timeout(TIMEOUT).header("Accept", "text/html");
        Pages.Held before = held.get(visitor);
        Pages.headers(visitor, before).forEach(request::header);
        var _ = client.sendAsync(request.build(), BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            boolean well = answer != null && (isWhole(answer) || (before != null && answer.statusCode() == 304));
            views.add(new View(wantedNs, System.nanoTime() - wantedNs, well));
            if (answer != null && answer.statusCode() == 200) {
                held.put(visitor, Pages.Held.of(answer, visitor));
            }
            underWay.decrementAndGet();
        });
    }

    private static boolean isWhole(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200 && endsWell(answer.body());
    }

    private static boolean endsWell(byte[] page) {
        int length = Math.min(20, page.length);
        return new String(page, page.length - length, length, StandardCharsets.UTF_8)
                .strip()
                .endsWith("</html>");
    }

    /// How those fared who came in a span of time.
    ///
    /// @param p50 half of them had the page within it
    public record Served(int views, long failed, Duration p50, Duration p95, Duration p99) {}

    /// @param fromNs and `toNs`: by [System#nanoTime()]
    public Served served(long fromNs, long toNs) {
        List<View> all = new ArrayList<>(views);
        Predicate<View> within = view -> view.wantedNs() >= fromNs && view.wantedNs() < toNs;
        long[] took =
                all.stream().filter(within).mapToLong(View::tookNs).sorted().toArray();
        if (took.length == 0) {
            throw new IllegalStateException("nobody came");
        }
        long failed = all.stream().filter(within).filter(view -> !view.well()).count();
        return new Served(took.length, failed, share(took, 0.5), share(took, 0.95), share(took, 0.99));
    }

    private static Duration share(long[] took, double share) {
        return Duration.ofNanos(took[(int) ((took.length - 1) * share)]);
    }

    /// Lets nobody in any more and waits for those who are there.
    public void end() throws InterruptedException {
        open = false;
        gate.join();
        while (underWay.get() > 0) {
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        open = false;
        client.shutdownNow();
    }
}
