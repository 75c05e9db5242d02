package dev.windfall.account.signin;

import dev.windfall.account.OwnPages;
import dev.windfall.account.SignedIn;
import dev.windfall.account.session.Session;

/// Where a sign-in leads.
final class StartPage {

    private static final OwnPages OF_SUBSCRIBERS = OwnPages.under("prizes", "draws", "account");
    private static final OwnPages OF_STAFF = OwnPages.under("admin", "draws", "account");

    private StartPage() {}

    static String of(SignedIn owner) {
        return switch (owner) {
            case SignedIn.Subscriber _ -> "/prizes";
            case SignedIn.Staff _ -> "/admin";
        };
    }

    /// The page that was asked for before the sign-in, if it is one that this account may see at all.
    ///
    /// @param asked path and query as the login page's address has them; anybody can have written them
    static String after(Session session, String asked) {
        if (session.mustChangePassword()) {
            return "/account";
        }
        return pages(session.owner()).have(asked) ? asked : of(session.owner());
    }

    private static OwnPages pages(SignedIn owner) {
        return switch (owner) {
            case SignedIn.Subscriber _ -> OF_SUBSCRIBERS;
            case SignedIn.Staff _ -> OF_STAFF;
        };
    }
}
