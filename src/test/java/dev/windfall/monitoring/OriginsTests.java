package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginsTests {

    @Test
    void tellWhichShareAskedNothing() {
        assertThat(new Origins(119, 1).fromMemory()).isEqualTo(119 / 120.0);
        assertThat(new Origins(0, 3).fromMemory()).isZero();
    }

    @Test
    void tellThatNobodyAskedWhereNobodyLooked() {
        assertThat(Origins.NONE.fromMemory()).isEqualTo(1);
    }
}
