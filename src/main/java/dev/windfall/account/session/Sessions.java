package dev.windfall.account.session;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.windfall.account.Account;
import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountSettings;
import dev.windfall.account.SignInEnd;
import dev.windfall.account.SignedIn;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Begins sessions, reads them from their cookies, and ends them.
@Component
public class Sessions {

    private static final String AUDIENCE = "session";
    private static final String NAME = "name";
    private static final String GENERATION = "generation";
    private static final String MUST_CHANGE_PASSWORD = "must_change_password";
    private static final String FORM_TOKEN = "form_token";

    private final SharedSessionPicture picture;
    private final Clock clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();

    Sessions(SharedSessionPicture picture, Clock clock, AccountSettings settings) {
        this.picture = picture;
        this.clock = clock;
        this.lifetime = settings.sessionLifetime();
    }

    /// Whether the node knows at all who is signed in. It doesn't from a start without database until that is reached.
    public boolean areKnown() {
        return picture.current().isPresent();
    }

    /// A new session in the generation of sign-ins that the account was read in.
    public Session begin(Account account) {
        return begin(account.owner(), account.generation(), account.mustChangePassword());
    }

    /// The session that goes on after the other sign-ins of its account have ended.
    public Session beginAfter(SignInEnd end, SignedIn owner) {
        picture.learn(end);
        return begin(owner, end.throughGeneration() + 1, false);
    }

    private Session begin(SignedIn owner, int generation, boolean mustChangePassword) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Session(
                UUID.randomUUID(), owner, generation, mustChangePassword, formToken(), now, now.plus(lifetime));
    }

    /// The session as a cookie's value.
    ///
    /// @throws SessionsNotKnown when there is no key to sign with yet
    public String toCookie(Session session) {
        var owner = session.owner();
        var claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .jwtID(session.id().toString())
                .subject(owner.account())
                .claim(NAME, owner.name())
                .claim(GENERATION, session.generation())
                .claim(MUST_CHANGE_PASSWORD, session.mustChangePassword())
                .claim(FORM_TOKEN, session.formToken())
                .issueTime(Date.from(session.since()))
                .expirationTime(Date.from(session.until()));
        if (owner instanceof SignedIn.Subscriber subscriber) {
            TermClaim.of(subscriber.term()).ifPresent(term -> claims.claim(TermClaim.NAME, term));
        }
        return picture.current().orElseThrow(SessionsNotKnown::new).keys().sign(claims.build());
    }

    /// The session of a cookie that is genuine, has not expired, and was not ended here or elsewhere.
    public Optional<Session> ofCookie(String cookie) {
        return picture.current()
                .flatMap(known -> known.keys()
                        .verify(cookie)
                        .filter(token -> List.of(AUDIENCE).equals(token.getAudience()))
                        .map(Sessions::session)
                        .filter(this::isCurrent)
                        .filter(session -> !known.ended().include(session)));
    }

    /// Ends one session, wherever its cookie may have got to.
    public void end(Session session) {
        picture.end(new SignInEnd(SignInEnd.subjectOf(session.id()), session.generation()));
    }

    /// Takes note on this node at once of an end that is recorded in the database.
    public void learn(SignInEnd end) {
        picture.learn(end);
    }

    /// By the lifetime that is set now as well: when it was shortened, ends are remembered for the shorter time only.
    private boolean isCurrent(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.until()) && now.isBefore(session.since().plus(lifetime));
    }

    private static Session session(JWTClaimsSet token) {
        return new Session(
                UUID.fromString(token.getJWTID()),
                owner(token),
                claim(token, GENERATION, Number.class).intValue(),
                claim(token, MUST_CHANGE_PASSWORD, Boolean.class),
                claim(token, FORM_TOKEN, String.class),
                token.getIssueTime().toInstant(),
                token.getExpirationTime().toInstant());
    }

    private static SignedIn owner(JWTClaimsSet token) {
        var name = claim(token, NAME, String.class);
        return switch (AccountKey.of(token.getSubject())) {
            case AccountKey.Subscriber(int number) ->
                new SignedIn.Subscriber(number, name, TermClaim.read((String) token.getClaim(TermClaim.NAME)));
            case AccountKey.Staff(String username) -> new SignedIn.Staff(username, name);
        };
    }

    private static <T> T claim(JWTClaimsSet token, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(token.getClaim(name)));
    }

    private String formToken() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
