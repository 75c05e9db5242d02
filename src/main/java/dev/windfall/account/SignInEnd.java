package dev.windfall.account;

import java.util.UUID;

/// The end of sign-ins before their time.
///
/// @param subject `account:subscriber:42` for all sign-ins of an account, `session:…` for a single one
/// @param throughGeneration sign-ins of the subject in this generation and earlier ones no longer count
public record SignInEnd(String subject, int throughGeneration) {

    public static String subjectOf(SignedIn owner) {
        return "account:" + owner.account();
    }

    public static String subjectOf(UUID session) {
        return "session:" + session;
    }
}
