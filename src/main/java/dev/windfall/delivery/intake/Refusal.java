package dev.windfall.delivery.intake;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Why a carrier's request is not taken. Nothing of it is stored then.
enum Refusal {
    UNKNOWN_CARRIER(HttpStatus.NOT_FOUND, "No carrier has this name here."),
    UNSIGNED(
            HttpStatus.UNAUTHORIZED,
            "The headers %s, %s and %s are needed; the last one begins with v1, and takes the signature in Base64."
                    .formatted(Signature.ID, Signature.TIME, Signature.SIGNATURE)),
    OUT_OF_TIME(
            HttpStatus.UNAUTHORIZED,
            "%s is too far from the time here. Set the clock, and sign each attempt anew.".formatted(Signature.TIME)),
    FORGED(
            HttpStatus.UNAUTHORIZED,
            "No signature fits. Sign the bytes that are sent, with a secret that both sides know."),
    NO_JSON(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Send %s or %s, and say so in the header Content-Type."
                    .formatted(MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE)),
    REPLAYED(HttpStatus.CONFLICT, "This request was taken before."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "There is room for less in one request. Send several."),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The body took too long. Send it at once, or less of it."),
    UNREADABLE(HttpStatus.BAD_REQUEST, ""),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests at once. Come back later."),
    CODES_UNKNOWN(
            HttpStatus.SERVICE_UNAVAILABLE, "Nobody knows yet what this carrier's status codes mean. Come back later.");

    private final HttpStatus status;
    private final String detail;

    Refusal(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    /// What to do about it; empty where that depends on the request.
    String detail() {
        return detail;
    }

    /// As meters call it.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
