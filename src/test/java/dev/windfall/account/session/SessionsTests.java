package dev.windfall.account.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.windfall.account.Account;
import dev.windfall.account.AccountKey;
import dev.windfall.account.SignInEnd;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTests {

    private final SessionLab lab = new SessionLab();
    private final Sessions sessions = lab.sessions();

    @Test
    void readsBackWhatItWrote() {
        var session =
                sessions.begin(new Account(new SignedIn.Staff("clerk", "Clara Ü. \"Clerk\""), "hash", false, true, 7));

        assertThat(sessions.ofCookie(sessions.toCookie(session))).contains(session);
    }

    private static Stream<SubscriptionTerm> terms() {
        return Stream.of(
                new SubscriptionTerm.Through(YearMonth.of(2027, 2)),
                new SubscriptionTerm.None(),
                new SubscriptionTerm.Unknown());
    }

    @ParameterizedTest
    @MethodSource("terms")
    void readsBackHowLongASubscriberTakesPart(SubscriptionTerm term) {
        var session = sessions.begin(subscriber(term));

        assertThat(sessions.ofCookie(sessions.toCookie(session))).contains(session);
    }

    @Test
    void writesTheLastMonthIntoTheCookie() throws ParseException {
        var term = new SubscriptionTerm.Through(YearMonth.of(2027, 2));

        assertThat(claims(sessions.toCookie(sessions.begin(subscriber(term)))).getClaim("subscription_through"))
                .isEqualTo("2027-02");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2027", "2027-13", "forever"})
    void takesCookiesThatDoNotSayHowLongASubscriberTakesPart(@Nullable String claim)
            throws ParseException, JOSEException {
        lab.repository.addKey(SigningKey.of(2, new byte[64]));
        lab.poll.poll();
        var claims = new JWTClaimsSet.Builder(claims(cookie()))
                .claim("subscription_through", claim)
                .build();

        assertThat(sessions.ofCookie(signed(claims, JWSAlgorithm.HS256, "2", 0)))
                .map(Session::owner)
                .contains(new SignedIn.Subscriber(1, "Ada", new SubscriptionTerm.Unknown()));
    }

    @Test
    void givesEachSessionItsOwnIdAndFormToken() {
        var one = sessions.begin(SessionLab.subscriber(1));
        var other = sessions.begin(SessionLab.subscriber(1));

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.formToken()).isNotEqualTo(other.formToken()).hasSize(22);
    }

    @Test
    void takesNoCookieThatWasCutOrChanged() {
        var cookie = cookie();
        for (int i = 0; i < cookie.length() - 1; i += 7) {
            assertThat(sessions.ofCookie(cookie.substring(0, i))).isEmpty();
            assertThat(sessions.ofCookie(changedAt(cookie, i))).isEmpty();
        }
    }

    @Test
    void takesNoCookieThatIsNotSigned() throws ParseException {
        var claims = claims(cookie());

        assertThat(sessions.ofCookie(new PlainJWT(claims).serialize())).isEmpty();
    }

    @Test
    void takesNoCookieSignedByAnotherAlgorithmOrKey() throws ParseException, JOSEException {
        lab.repository.addKey(SigningKey.of(2, new byte[64]));
        lab.poll.poll();
        var claims = claims(cookie());

        assertThat(sessions.ofCookie(signed(claims, JWSAlgorithm.HS256, "2", 0)))
                .isPresent();
        assertThat(sessions.ofCookie(signed(claims, JWSAlgorithm.HS512, "2", 0)))
                .isEmpty();
        assertThat(sessions.ofCookie(signed(claims, JWSAlgorithm.HS256, "2", 1)))
                .isEmpty();
        assertThat(sessions.ofCookie(signed(claims, JWSAlgorithm.HS256, "3", 0)))
                .isEmpty();
    }

    /// Whatever a header says, it is not read.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"kid\":\"2\"}",
                "{\"kid\":\"2\",\"typ\":\"JWT\",\"alg\":\"HS256\"}",
                "{\"kid\":\"2\",\"alg\":\"HS256\"} "
            })
    void takesNoCookieWithAHeaderInOtherWords(String header) throws ParseException, JOSEException {
        lab.repository.addKey(SigningKey.of(2, new byte[64]));
        lab.poll.poll();

        assertThat(sessions.ofCookie(signed(cookie(), "{\"kid\":\"2\",\"alg\":\"HS256\"}")))
                .isPresent();
        assertThat(sessions.ofCookie(signed(cookie(), header))).isEmpty();
    }

    /// Nodes compare it letter by letter: if a library wrote it in another way, all who are signed in would be signed
    /// out.
    @Test
    void writesTheHeaderOfCookiesAsEver() {
        String cookie = cookie();

        assertThat(new Base64URL(cookie.substring(0, cookie.indexOf('.'))).decodeToString())
                .isEqualTo("{\"kid\":\"1\",\"alg\":\"HS256\"}");
    }

    @Test
    void takesNoDeviceForASession() {
        var device = lab.devices().toCookie(UUID.randomUUID(), new AccountKey.Subscriber(1));

        assertThat(sessions.ofCookie(device)).isEmpty();
    }

    @Test
    void takesNoExpiredCookie() {
        var cookie = cookie();
        lab.clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.ofCookie(cookie)).isPresent();

        lab.clock.advance(Duration.ofSeconds(1));

        assertThat(sessions.ofCookie(cookie)).isEmpty();
    }

    @Test
    void endsOneSessionAlone() {
        var ended = sessions.begin(SessionLab.subscriber(1));
        var other = sessions.begin(SessionLab.subscriber(1));

        sessions.end(ended);

        assertThat(sessions.ofCookie(sessions.toCookie(ended))).isEmpty();
        assertThat(sessions.ofCookie(sessions.toCookie(other))).contains(other);
    }

    @Test
    void endsAllSessionsOfAnAccountButTheOneThatGoesOn() {
        var before = sessions.begin(SessionLab.subscriber(1));
        var stranger = sessions.begin(SessionLab.subscriber(11));

        var after = sessions.beginAfter(new SignInEnd("account:subscriber:1", 1), before.owner());

        assertThat(sessions.ofCookie(sessions.toCookie(before))).isEmpty();
        assertThat(sessions.ofCookie(sessions.toCookie(after))).contains(after);
        assertThat(sessions.ofCookie(sessions.toCookie(stranger))).contains(stranger);
    }

    @Test
    void knowsNobodyBeforeTheDatabaseWasReached() {
        var cookie = cookie();
        var cold = new SessionLab(new MemorySessionRepository()).sessions();

        assertThat(cold.areKnown()).isFalse();
        assertThat(cold.ofCookie(cookie)).isEmpty();
        assertThatExceptionOfType(SessionsNotKnown.class)
                .isThrownBy(() -> cold.toCookie(cold.begin(SessionLab.subscriber(1))));
    }

    private static Account subscriber(SubscriptionTerm term) {
        return new Account(new SignedIn.Subscriber(1, "Ada", term), "hash", false, false, 1);
    }

    private static JWTClaimsSet claims(String cookie) throws ParseException {
        return SignedJWT.parse(cookie).getJWTClaimsSet();
    }

    private String cookie() {
        return sessions.toCookie(sessions.begin(SessionLab.subscriber(1)));
    }

    private static String changedAt(String cookie, int index) {
        char other = cookie.charAt(index) == 'A' ? 'B' : 'A';
        return cookie.substring(0, index) + other + cookie.substring(index + 1);
    }

    /// A cookie's claims under another header, signed by the right key.
    private static String signed(String cookie, String header) throws ParseException, JOSEException {
        String token = Base64URL.encode(header) + "." + JOSEObject.split(cookie)[1];
        Base64URL signature = new MACSigner(new byte[64])
                .sign(new JWSHeader(JWSAlgorithm.HS256), token.getBytes(StandardCharsets.US_ASCII));
        return token + "." + signature;
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, int fill)
            throws JOSEException {
        var secret = new byte[64];
        secret[0] = (byte) fill;
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
