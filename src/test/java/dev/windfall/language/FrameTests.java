package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTests {

    @Test
    void isFilledAtItsGaps() {
        var frame = Frame.of("<p>" + Frame.gap("a") + ", " + Frame.gap("b") + Frame.gap("a") + "</p>");

        assertThat(frame.filled(gap -> gap + "!")).isEqualTo("<p>a!, b!a!</p>");
    }

    @Test
    void mayHaveNoGap() {
        assertThat(Frame.of("<p>Hi</p>").filled(gap -> "never")).isEqualTo("<p>Hi</p>");
    }

    @Test
    void looksForNoGapInWhatFillsAnother() {
        var frame = Frame.of(Frame.gap("name") + Frame.gap("token"));

        assertThat(frame.filled(gap -> gap.equals("name") ? Frame.gap("token") : "secret"))
                .isEqualTo(Frame.gap("token") + "secret");
    }
}
