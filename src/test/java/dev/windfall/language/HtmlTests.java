package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTests {

    private static final String EUROS = "<b>€ 5, Zoë 🎉</b>";

    @Test
    void isSentAsItWasPutTogether() throws IOException {
        Html page = Html.joined(List.of(
                Html.of("<p>"), Html.joined(List.of(Html.of(EUROS), Html.of(""), Html.of(EUROS))), Html.of("</p>")));
        var sent = new ByteArrayOutputStream();

        page.writeTo(sent);

        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("<p>" + EUROS + EUROS + "</p>");
        assertThat(page.length()).isEqualTo(sent.size());
        assertThat(page).hasToString("<p>" + EUROS + EUROS + "</p>");
    }

    @Test
    void mayBeNothing() throws IOException {
        var sent = new ByteArrayOutputStream();

        Html.joined(List.of()).writeTo(sent);

        assertThat(sent.size()).isZero();
        assertThat(Html.joined(List.of()).length()).isZero();
    }
}
