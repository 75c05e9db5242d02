package dev.windfall.bench.scenario;

import dev.windfall.bench.alternative.Alternative;
import dev.windfall.bench.lab.Lab;
import dev.windfall.bench.lab.Pages;
import dev.windfall.bench.lab.Wrk;
import dev.windfall.bench.report.FlameGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Windfall under first views, with the JDK's flight recorder looking on.
public final class Profile {

    /// By which a request comes out of Tomcat's connection into its pipeline.
    private static final String ENTRY = "org.apache.coyote.http11.Http11Processor.service";

    private static final int COMPARED = 100;

    private final Lab lab;

    public Profile(Lab lab) {
        this.lab = lab;
    }

    public FlameGraph run() throws IOException, InterruptedException {
        Path recording = lab.folder().resolve("profile.jfr");
        Files.deleteIfExists(recording);
        Path views = Pages.firstViews(lab.folder().resolve("profile-views"), Pages.PATH, lab.visitors());
        var wrk = new Wrk(lab.folder());
        try (var windfall = lab.start(Alternative.WINDFALL, 1, List.of("-XX:FlightRecorderOptions=stackdepth=256"))) {
            wrk.run(windfall.uri(), views, lab.plan().warmUp());
            windfall.jcmd("JFR.start", "name=views", "jdk.ExecutionSample#period=10ms");
            // longer than a turn, for more samples
            Wrk.Outcome outcome = wrk.run(windfall.uri(), views, lab.plan().warmUp());
            windfall.jcmd("JFR.stop", "name=views", "filename=" + recording);
            if (outcome.failed() > 0) {
                throw new IllegalStateException(
                        "%d views failed while Windfall was looked at".formatted(outcome.failed()));
            }
            lab.correctness().check(windfall.uri(), lab.visitors().subList(0, COMPARED));
        }
        return FlameGraph.of(recording, ENTRY);
    }
}
