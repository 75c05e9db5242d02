package dev.windfall.notice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How subscribers are told by mail. Where there is no sender, there is no mail, and nobody is offered any. The mail
/// server is that of `spring.mail`.
///
/// @param from who sends it, an address
/// @param site where subscribers reach the pages, to end the mail from within their mail program
/// @param perSecond how many mails a node sends at most
/// @param patience how long one that is refused for the time being is tried again
/// @param pollInterval how often a node asks whether there is anything to tell
@Validated
@ConfigurationProperties("windfall.notices")
public record NoticeSettings(
        @Nullable @Size(min = 3) @Email String from,
        @Nullable URI site,
        @DefaultValue("20") @Positive int perSecond,
        @DefaultValue("3d") @DurationMin(minutes = 1) Duration patience,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration pollInterval) {

    @AssertTrue(message = "windfall.notices.site, https:// and a host, is needed where there is windfall.notices.from")
    boolean isReachable() {
        return from == null || (site != null && "https".equals(site.getScheme()) && site.getHost() != null);
    }
}
