package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameTests {

    @Test
    void isFilledAtItsGaps() {
        var frame =
                Frame.of("<p>" + Frame.gap("a") + ", " + Frame.gap("b") + Frame.gap("a") + "</p>", Set.of("a", "b"));

        assertThat(frame.filled(gap -> Html.of(gap + "!"))).hasToString("<p>a!, b!a!</p>");
    }

    @Test
    void mayHaveNoGap() {
        assertThat(Frame.of("<p>Hi</p>", Set.of("a")).filled(gap -> Html.of("never")))
                .hasToString("<p>Hi</p>");
    }

    @Test
    void looksForNoGapInWhatFillsAnother() {
        var frame = Frame.of(Frame.gap("name") + Frame.gap("token"), Set.of("name", "token"));

        assertThat(frame.filled(gap -> Html.of(gap.equals("name") ? Frame.gap("token") : "secret")))
                .hasToString(Frame.gap("token") + "secret");
    }

    @Test
    void isNotCutWhereSomebodyWroteWhatLooksLikeAGap() {
        String text = Frame.gap("x") + "\uE000 and \uE001 ";
        var frame = Frame.of(text + Frame.gap("a") + "\uE000", Set.of("a"));

        assertThat(frame.filled(Html::of)).hasToString(text + "a\uE000");
        assertThat(Frame.of(text, Set.of()).filled(Html::of)).hasToString(text);
    }
}
