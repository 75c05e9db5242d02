package dev.windfall.account.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The known signing keys: the youngest signs, all of them verify. Vouches for the signature alone; whether a token is
/// of the right kind and still counts is for the caller to see.
///
/// A token's header is known letter by letter for each key. What somebody sends is compared with these and not read, so
/// that no token chooses how it is verified, and none costs the time of reading it.
final class KeyRing {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

    /// Header, claims and signature.
    private static final int PARTS = 3;

    private final Set<SigningKey> keys;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final Map<Base64URL, JWSVerifier> verifiers;

    /// @param keys at least one, in any order
    KeyRing(List<SigningKey> keys) {
        this.keys = Set.copyOf(keys);
        var youngest =
                keys.stream().max(Comparator.comparingInt(SigningKey::id)).orElseThrow();
        header = header(youngest);
        signer = signer(youngest);
        verifiers = keys.stream()
                .collect(Collectors.toUnmodifiableMap(key -> header(key).toBase64URL(), KeyRing::verifier));
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
            Base64URL[] parts = JOSEObject.split(token);
            return parts.length == PARTS && isGenuine(parts[0], signedPart(token), parts[2])
                    ? Optional.of(JWTClaimsSet.parse(parts[1].decodeToString()))
                    : Optional.empty();
        } catch (ParseException | JOSEException unreadable) {
            return Optional.empty();
        }
    }

    private static String signedPart(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private boolean isGenuine(Base64URL tokenHeader, String signed, Base64URL signature) throws JOSEException {
        JWSVerifier verifier = verifiers.get(tokenHeader);
        // they differ in the key's number alone, which is verified by having been found
        return verifier != null && verifier.verify(header, signed.getBytes(StandardCharsets.US_ASCII), signature);
    }

    private static JWSHeader header(SigningKey key) {
        return new JWSHeader.Builder(ALGORITHM)
                .keyID(Integer.toString(key.id()))
                .build();
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
}
