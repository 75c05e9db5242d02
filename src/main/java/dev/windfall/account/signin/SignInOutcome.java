package dev.windfall.account.signin;

import dev.windfall.account.session.Session;
import java.time.Duration;
import java.util.UUID;

/// What became of an attempt to sign in.
sealed interface SignInOutcome {

    /// @param device to be remembered as one of the account's owner
    record Accepted(Session session, UUID device) implements SignInOutcome {}

    /// An unknown name, a wrong password, a disabled account: nobody learns which.
    record Refused() implements SignInOutcome {}

    /// Nothing that could be a name and a password.
    record Impossible() implements SignInOutcome {}

    record Throttled(Duration delay) implements SignInOutcome {}
}
