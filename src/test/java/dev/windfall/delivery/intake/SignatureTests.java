package dev.windfall.delivery.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.delivery.DeliverySettings.CarrierSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The example of the specification, and what is not it.
class SignatureTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    @Test
    void provesWhoSentIt() {
        assertThat(isProved(SIGNATURE, SECRET)).isTrue();
    }

    @Test
    void countsBesideOthers() {
        assertThat(isProved("v1,bm8= v1a,bm8= " + SIGNATURE, SECRET)).isTrue();
    }

    @Test
    void countsWithTheOldSecretAndWithTheNewOne() {
        assertThat(isProved(SIGNATURE, OTHER_SECRET, SECRET)).isTrue();
        assertThat(isProved(SIGNATURE, SECRET, OTHER_SECRET)).isTrue();
    }

    @Test
    void provesNothingWithAnotherSecret() {
        assertThat(isProved(SIGNATURE, OTHER_SECRET)).isFalse();
    }

    @Test
    void provesNothingOfAnotherBodyTimeOrMessage() {
        byte[] otherBody = "{\"test\": 2432232315}".getBytes(UTF_8);

        assertThat(proof(ID, TIME, otherBody)).isEmpty();
        assertThat(proof(ID, "1614265331", BODY)).isEmpty();
        assertThat(proof("msg_p5jXN8AQM9LWM0D4loKWxJel", TIME, BODY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,%%%", "garbage"})
    void isNoneInAnotherForm(String signature) {
        assertThat(isProved(signature, SECRET)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1614265330.5", "99999999999999999999"})
    void isNoneWithoutATime(String time) {
        assertThat(Signature.of(ID, time, SIGNATURE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "400000000000, false"})
    void isOfAboutNow(long secondsLater, boolean accepted) {
        Instant now = Instant.ofEpochSecond(1614265330 + secondsLater);

        assertThat(Signature.of(ID, TIME, SIGNATURE).orElseThrow().isOf(now, Duration.ofMinutes(5)))
                .isEqualTo(accepted);
    }

    private static boolean isProved(String signatures, String... secrets) {
        return Signature.of(ID, TIME, signatures)
                .flatMap(signature -> signature.proof(new CarrierSettings(List.of(secrets)), BODY))
                .isPresent();
    }

    private static Optional<byte[]> proof(String id, String time, byte[] body) {
        return Signature.of(id, time, SIGNATURE).orElseThrow().proof(new CarrierSettings(List.of(SECRET)), body);
    }
}
