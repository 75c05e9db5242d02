package dev.windfall.account.profile;

import dev.windfall.account.session.Session;
import java.time.Duration;

/// What became of an attempt to change one's password.
sealed interface PasswordChangeOutcome {

    /// @param session the only one that the account has now
    record Changed(Session session) implements PasswordChangeOutcome {}

    record Unfit(PasswordFlaw flaw) implements PasswordChangeOutcome {}

    record WrongOldPassword() implements PasswordChangeOutcome {}

    record Throttled(Duration delay) implements PasswordChangeOutcome {}

    /// The sign-in was ended elsewhere, and this node had not heard of it yet.
    record SignInEnded() implements PasswordChangeOutcome {}
}
