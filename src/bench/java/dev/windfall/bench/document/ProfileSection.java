package dev.windfall.bench.document;

import dev.windfall.bench.report.FlameGraph;
import dev.windfall.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;

/// Where the time of a page goes.
final class ProfileSection implements Section {

    private final FlameGraph profile;

    ProfileSection(Results results) {
        this.profile = results.profile();
    }

    @Override
    public String write(Path pictures) throws IOException {
        profile.write(pictures.resolve("profile.svg"), "A prizes page, from the connection to the last byte");
        return """
                ## Where the time goes

                %,d samples of Windfall's Java code under first views once it was warm, by the JDK's flight recorder.

                ![Flame graph](benchmarks/profile.svg)

                %s""".formatted(
                profile.samples(),
                new Table("at work, or something called by it", "share")
                        .row("security filters", share("org.springframework.security.web.FilterChainProxy"))
                        .row("thereof the signed cookie", share("dev.windfall.account.session.Sessions.ofCookie"))
                        .row("controllers", share("dev.windfall.prizes.page."))
                        .row("thereof the subscriber's answer", share("dev.windfall.prizes.PrizesService"))
                        .row("putting the page together and sending it", share("dev.windfall.language.FramedPage")));
    }

    private String share(String classes) {
        return "%.0f %%".formatted(100 * profile.share(classes));
    }
}
