package dev.windfall.bench.jmh;

import dev.windfall.Oracle;
import dev.windfall.Windfall;
import dev.windfall.account.Account;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.session.SessionAuthentication;
import dev.windfall.account.session.Sessions;
import dev.windfall.bench.lab.Lottery;
import dev.windfall.bench.lab.Postgres;
import dev.windfall.bench.lab.ShownPrizes;
import dev.windfall.prizes.Snapshots;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.DispatcherServlet;

/// The prizes page of subscribers taken at random, from the controller to the last byte of HTML: without Tomcat, and
/// without the filters that find out who asks.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class PageBenchmark {

    private static final int VISITORS = 1024;
    private static final int COMPARED = 100;
    private static final int WARM_UP_VIEWS = 8 * VISITORS;

    @Param("")
    public String database = "";

    @Param("22000000")
    public int subscribers;

    private ConfigurableApplicationContext context;
    private DispatcherServlet dispatcher;
    private final SessionAuthentication[] visitors = new SessionAuthentication[VISITORS];
    private final int[] numbers = new int[VISITORS];
    private int next;

    @Setup
    public void open() throws ServletException, IOException {
        context = new SpringApplicationBuilder(Windfall.class)
                .properties(
                        "spring.datasource.url=" + database,
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "windfall.demo=false",
                        "windfall.shutdown.drain=0s",
                        "logging.level.root=error",
                        "spring.mvc.servlet.load-on-startup=1",
                        "windfall.lottery.rehearsal-date=" + Lottery.TODAY)
                .run();
        context.getBean(Snapshots.class).refresh();
        dispatcher = context.getBean(DispatcherServlet.class);
        var random = new SplittableRandom(1);
        for (int i = 0; i < visitors.length; i++) {
            numbers[i] = 1 + random.nextInt(subscribers);
            visitors[i] = signedIn(numbers[i]);
        }
        requireRightPages();
        // what they share is rendered once, by whoever comes first
        for (int i = 0; i < WARM_UP_VIEWS; i++) {
            page();
        }
    }

    private SessionAuthentication signedIn(int subscriber) {
        var owner = new SignedIn.Subscriber(
                subscriber, "Subscriber " + subscriber, new SubscriptionTerm.Through(YearMonth.of(2027, 5)));
        return new SessionAuthentication(
                context.getBean(Sessions.class).begin(new Account(owner, "", false, false, 1)));
    }

    @TearDown
    public void close() {
        context.close();
    }

    /// Sees that pages show what the obvious query says.
    private void requireRightPages() throws ServletException, IOException {
        var oracle = new Oracle(Postgres.at(database));
        for (int i = 0; i < COMPARED; i++) {
            var page = new MockHttpServletResponse();
            view(visitors[i], page);
            List<Oracle.Prize> shown = ShownPrizes.on(page.getContentAsString());
            List<Oracle.Prize> expected = oracle.prizes(numbers[i]);
            if (!shown.equals(expected)) {
                throw new IllegalStateException(
                        "subscriber %d sees %s instead of %s".formatted(numbers[i], shown, expected));
            }
        }
    }

    @Benchmark
    public int page() throws ServletException, IOException {
        var response = new Counting();
        view(visitors[next++ & (VISITORS - 1)], response);
        if (response.getStatus() != 200) {
            throw new IllegalStateException("the page answers " + response.getStatus());
        }
        return response.bytes;
    }

    private void view(SessionAuthentication visitor, HttpServletResponse response)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(new SecurityContextImpl(visitor));
        var request = new MockHttpServletRequest(dispatcher.getServletContext(), "GET", "/prizes");
        request.setUserPrincipal(visitor);
        request.setAttribute(
                CsrfToken.class.getName(),
                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", visitor.session().formToken()));
        dispatcher.service(request, response);
    }

    /// Takes a page as a whole, as Tomcat does; the one it wraps would take it byte by byte.
    private static final class Counting extends HttpServletResponseWrapper {

        private int bytes;

        Counting() {
            super(new MockHttpServletResponse());
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    bytes++;
                }

                @Override
                public void write(byte[] some, int offset, int length) {
                    bytes += length;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("pages are written at once");
                }
            };
        }
    }
}
