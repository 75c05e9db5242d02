package dev.windfall.account.profile;

/// Why something won't do as a new password.
enum PasswordFlaw {
    NOT_REPEATED,
    TOO_SHORT,
    TOO_LONG,
    ACCOUNT_NAME,
    NOT_NEW
}
