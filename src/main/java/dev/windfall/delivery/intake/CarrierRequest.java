package dev.windfall.delivery.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/// A request of a carrier, whose body is read once it is worth it.
final class CarrierRequest {

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

    /// The body as it was signed.
    ///
    /// @throws IntakeRefused if there is more of it, or if it breaks off
    byte[] body(DataSize most) throws IntakeRefused {
        if (request.getContentLengthLong() > most.toBytes()) {
            throw new IntakeRefused(Refusal.TOO_LARGE);
        }
        try (InputStream body = request.getInputStream()) {
            byte[] read = body.readNBytes(Math.toIntExact(most.toBytes()) + 1);
            if (read.length > most.toBytes()) {
                throw new IntakeRefused(Refusal.TOO_LARGE);
            }
            return read;
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.UNREADABLE, "The body broke off.");
        }
    }
}
