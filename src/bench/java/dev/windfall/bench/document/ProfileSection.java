package dev.windfall.bench.document;

import dev.windfall.bench.report.FlameGraph;
import dev.windfall.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;

/// Where the time of a page goes.
final class ProfileSection implements Section {

    private static final String FILTERS = "org.springframework.security.web.FilterChainProxy";
    private static final String SERVLET = "org.springframework.web.servlet.DispatcherServlet";

    private final FlameGraph profile;

    ProfileSection(Results results) {
        this.profile = results.profile();
    }

    @Override
    public String write(Path pictures) throws IOException {
        profile.write(pictures.resolve("profile.svg"), "A prizes page, from the connection to the last byte");
        return """
                ## Where the time goes

                %,d samples of Windfall's Java code under first views, by the JDK's flight recorder.

                ![Flame graph](benchmarks/profile.svg)

                %s""".formatted(
                profile.samples(),
                new Table("at work, or something called by it", "share")
                        .row(
                                "security filters, without what comes behind them",
                                percent(share(FILTERS) - share(SERVLET)))
                        .row(
                                "thereof the signed cookie",
                                percent(share("dev.windfall.account.session.Sessions.ofCookie")))
                        .row("Spring's way to the controllers and back, and these", percent(share(SERVLET)))
                        .row("thereof, at first, the controllers", percent(share("dev.windfall.prizes.page.")))
                        .row("in which the subscriber's answer is", percent(share("dev.windfall.prizes.PrizesService")))
                        .row(
                                "thereof, after them, joining the page and sending it",
                                percent(share("dev.windfall.language.FramedPage"))));
    }

    private double share(String classes) {
        return profile.share(classes);
    }

    private static String percent(double share) {
        return "%.0f %%".formatted(100 * share);
    }
}
