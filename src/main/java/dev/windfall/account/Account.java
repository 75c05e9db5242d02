package dev.windfall.account;

/// An account that can be signed in to, with what the sign-in is checked against.
///
/// @param passwordHash argon2id
/// @param generation raised whenever all sign-ins of the account end; a sign-in counts in its own generation only
public record Account(
        SignedIn owner, String passwordHash, boolean disabled, boolean mustChangePassword, int generation) {

    /// Without the hash, which is nobody's business in a log.
    @Override
    public String toString() {
        return "Account[" + owner.account() + "]";
    }
}
