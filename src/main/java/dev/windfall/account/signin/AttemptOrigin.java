package dev.windfall.account.signin;

import java.util.List;
import java.util.UUID;

/// Where an attempt to guess a password comes from, and so what it is counted under.
public sealed interface AttemptOrigin {

    /// A device that the account's owner has signed in from: strangers who guess elsewhere can't lock it out.
    record KnownDevice(UUID device) implements AttemptOrigin {}

    /// Anybody else.
    ///
    /// @param account the name that was typed, whether it exists or not
    /// @param network see [Network]
    record Stranger(String account, String network) implements AttemptOrigin {}

    /// Who is signed in already and is asked for the password again.
    record SignedInAccount(String account) implements AttemptOrigin {}

    /// What to count under, that of a network first: who is stopped by it uses up nobody's account.
    default List<AttemptCount> counts() {
        return switch (this) {
            case KnownDevice(UUID device) -> List.of(AttemptCount.ofAccount("device:" + device));
            case Stranger(String account, String network) ->
                List.of(AttemptCount.ofNetwork(network), AttemptCount.ofAccount("account:" + account));
            case SignedInAccount(String account) -> List.of(AttemptCount.ofAccount("signed-in:" + account));
        };
    }
}
