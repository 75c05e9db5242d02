package dev.windfall.account.session;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Remembers, by a signed cookie of its own, from which devices an account's owner has signed in. It opens nothing; it
/// only sets the owner's attempts apart from those of strangers who guess the password.
@Component
public class KnownDevices {

    private static final String AUDIENCE = "device";

    private final SharedSessionPicture picture;
    private final Clock clock;
    private final Duration lifetime;

    KnownDevices(SharedSessionPicture picture, Clock clock, AccountSettings settings) {
        this.picture = picture;
        this.clock = clock;
        this.lifetime = settings.deviceLifetime();
    }

    /// The device that a cookie names, if the account's owner has signed in from it.
    public Optional<UUID> ofCookie(String cookie, AccountKey account) {
        return picture.current()
                .flatMap(known -> known.keys().verify(cookie))
                .filter(token -> List.of(AUDIENCE).equals(token.getAudience()))
                .filter(token -> account.value().equals(token.getSubject()))
                .filter(this::isCurrent)
                .map(token -> UUID.fromString(token.getJWTID()));
    }

    /// The cookie of a device, old or new, that the account's owner has just signed in from.
    public String toCookie(UUID device, AccountKey account) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .jwtID(device.toString())
                .subject(account.value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        return picture.current().orElseThrow(SessionsNotKnown::new).keys().sign(claims);
    }

    private boolean isCurrent(JWTClaimsSet token) {
        return clock.instant().isBefore(token.getExpirationTime().toInstant());
    }
}
