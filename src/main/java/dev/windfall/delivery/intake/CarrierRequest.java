package dev.windfall.delivery.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/// A request of a carrier, whose body is read once it is worth it.
final class CarrierRequest {

    private static final List<MediaType> READ = List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON);

    private static final int AT_ONCE = 16_384;

    private final HttpServletRequest request;

    CarrierRequest(HttpServletRequest request) {
        this.request = request;
    }

    Optional<Signature> signature() {
        return Signature.of(
                request.getHeader(Signature.ID),
                request.getHeader(Signature.TIME),
                request.getHeader(Signature.SIGNATURE));
    }

    /// Whether its body is said to be something that is read here.
    boolean isJson() {
        try {
            var type = MediaType.parseMediaType(Objects.requireNonNullElse(request.getContentType(), ""));
            return READ.stream().anyMatch(known -> known.includes(type));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /// The body as it was signed.
    ///
    /// @param place for what has come of it
    /// @throws IntakeRefused if there is more of it, if it takes too long, or if it breaks off
    byte[] body(DataSize most, BodyRoom.Place place) throws IntakeRefused {
        if (request.getContentLengthLong() > most.toBytes()) {
            throw new IntakeRefused(Refusal.TOO_LARGE);
        }
        var read = new ByteArrayOutputStream();
        byte[] some = new byte[AT_ONCE];
        try (InputStream body = request.getInputStream()) {
            for (int count = body.read(some); count >= 0; count = body.read(some)) {
                if (read.size() + count > most.toBytes()) {
                    throw new IntakeRefused(Refusal.TOO_LARGE);
                }
                place.take(count);
                read.write(some, 0, count);
            }
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.UNREADABLE, "The body broke off.");
        }
        return read.toByteArray();
    }
}
