package dev.windfall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

    private final Outage outage =
            new Outage(LoggerFactory.getLogger(OutageTests.class), "Can't be asked", "Can be asked again");

    @Test
    void isToldOnceAndItsEndIsToo(CapturedOutput output) {
        outage.succeeded();
        outage.failedFor(new IOException("refused"));
        outage.failedFor(new IOException("refused"));
        outage.succeeded();
        outage.succeeded();

        assertThat(output).containsOnlyOnce("Can't be asked: refused").containsOnlyOnce("Can be asked again");
    }

    @Test
    void isToldAnewWhenItComesAnew(CapturedOutput output) {
        outage.failedFor(new IOException("once"));
        outage.succeeded();
        outage.failedFor(new IOException("twice"));

        assertThat(output).contains("Can't be asked: once", "Can't be asked: twice");
    }
}
