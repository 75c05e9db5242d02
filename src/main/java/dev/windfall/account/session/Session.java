package dev.windfall.account.session;

import dev.windfall.account.SignedIn;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// One sign-in of somebody on one browser, with all that its cookie says.
///
/// @param generation the account's generation of sign-ins that this one belongs to
/// @param formToken what the session's forms carry to prove that they are its own
/// @param since when it began, in whole seconds
/// @param until when it ends by itself
public record Session(
        UUID id,
        SignedIn owner,
        int generation,
        boolean mustChangePassword,
        String formToken,
        Instant since,
        Instant until)
        implements Serializable {

    /// Without the token, which is nobody's business in a log.
    @Override
    public String toString() {
        return "Session[" + id + " of " + owner.account() + "]";
    }
}
