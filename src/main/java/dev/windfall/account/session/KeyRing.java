package dev.windfall.account.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The known signing keys: the youngest signs, all of them verify. Vouches for the signature alone; whether a token is
/// of the right kind and still counts is for the caller to see.
final class KeyRing {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

    private final Set<SigningKey> keys;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final Map<String, JWSVerifier> verifiers;

    /// @param keys at least one, in any order
    KeyRing(List<SigningKey> keys) {
        this.keys = Set.copyOf(keys);
        var youngest =
                keys.stream().max(Comparator.comparingInt(SigningKey::id)).orElseThrow();
        header = new JWSHeader.Builder(ALGORITHM).keyID(keyId(youngest)).build();
        signer = signer(youngest);
        verifiers = keys.stream().collect(Collectors.toUnmodifiableMap(KeyRing::keyId, KeyRing::verifier));
    }

    /// Whether these are the ring's keys, secrets included: a number may come again after its key was deleted.
    boolean isOf(List<SigningKey> others) {
        return keys.equals(Set.copyOf(others));
    }

    String sign(JWTClaimsSet claims) {
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
        return token.serialize();
    }

    /// Empty unless one of the keys signed the token, by HMAC with SHA-256 and no other way.
    Optional<JWTClaimsSet> verify(String token) {
        try {
            var signed = SignedJWT.parse(token);
            return isGenuine(signed) ? Optional.of(signed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException forged) {
            return Optional.empty();
        }
    }

    private boolean isGenuine(SignedJWT token) throws JOSEException {
        String keyId = token.getHeader().getKeyID();
        // a verifier would take other algorithms of its family as well
        return keyId != null
                && verifiers.containsKey(keyId)
                && ALGORITHM.equals(token.getHeader().getAlgorithm())
                && token.verify(verifiers.get(keyId));
    }

    private static JWSSigner signer(SigningKey key) {
        try {
            return new MACSigner(key.secret());
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("key %d can't sign".formatted(key.id()), tooShort);
        }
    }

    private static JWSVerifier verifier(SigningKey key) {
        try {
            return new MACVerifier(key.secret());
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("key %d can't verify".formatted(key.id()), tooShort);
        }
    }

    private static String keyId(SigningKey key) {
        return Integer.toString(key.id());
    }
}
