package dev.windfall.account.session;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// The known signing keys: the youngest signs, all of them verify. Vouches for the signature alone; whether a token is
/// of the right kind and still counts is for the caller to see.
final class KeyRing {

    private final Set<SigningKey> keys;
    private final JwsHeader header;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    /// @param keys at least one, in any order
    KeyRing(List<SigningKey> keys) {
        this.keys = Set.copyOf(keys);
        var youngest =
                keys.stream().max(Comparator.comparingInt(SigningKey::id)).orElseThrow();
        header = JwsHeader.with(MacAlgorithm.HS256).keyId(keyId(youngest)).build();
        var source = new ImmutableJWKSet<SecurityContext>(
                new JWKSet(keys.stream().map(KeyRing::toJwk).toList()));
        encoder = new NimbusJwtEncoder(source);
        decoder = decoder(source);
    }

    /// Whether these are the ring's keys, secrets included: a number may come again after its key was deleted.
    boolean isOf(List<SigningKey> others) {
        return keys.equals(Set.copyOf(others));
    }

    String sign(JwtClaimsSet claims) {
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /// Empty unless one of the keys signed the token, by HMAC with SHA-256 and no other way.
    Optional<Jwt> verify(String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (JwtException forged) {
            return Optional.empty();
        }
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> source) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, source));
        // the library would ask the system's clock
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    private static JWK toJwk(SigningKey key) {
        return new OctetSequenceKey.Builder(key.secret())
                .keyID(keyId(key))
                .algorithm(JWSAlgorithm.HS256)
                .build();
    }

    private static String keyId(SigningKey key) {
        return Integer.toString(key.id());
    }
}
