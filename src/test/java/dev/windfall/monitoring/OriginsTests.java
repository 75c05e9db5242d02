package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginsTests {

    @Test
    void tellWhichShareAskedNothing() {
        assertThat(new Origins(119, 1).shownFromMemory()).contains(0.9916);
        assertThat(new Origins(0, 3).shownFromMemory()).contains(0.0);
    }

    @Test
    void tellOfAllOnlyWhereReallyNobodyAsked() {
        assertThat(new Origins(99_999, 1).shownFromMemory()).contains(0.9999);
        assertThat(new Origins(7, 0).shownFromMemory()).contains(1.0);
    }

    @Test
    void tellNothingWhereNobodyLooked() {
        assertThat(Origins.NONE.shownFromMemory()).isEmpty();
    }
}
