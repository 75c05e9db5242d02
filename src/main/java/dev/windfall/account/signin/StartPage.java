package dev.windfall.account.signin;

import dev.windfall.account.SignedIn;
import dev.windfall.account.session.Session;
import java.util.regex.Pattern;

/// Where a sign-in leads.
final class StartPage {

    /// Paths of this application only, for nobody shall be led elsewhere by a link to the login page.
    private static final Pattern OF_SUBSCRIBERS = page("prizes|draws|account");

    private static final Pattern OF_STAFF = page("admin|draws|account");

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
        return pages(session.owner()).matcher(asked).matches() ? asked : of(session.owner());
    }

    private static Pattern pages(SignedIn owner) {
        return switch (owner) {
            case SignedIn.Subscriber _ -> OF_SUBSCRIBERS;
            case SignedIn.Staff _ -> OF_STAFF;
        };
    }

    private static Pattern page(String first) {
        return Pattern.compile("/(" + first + ")(/[A-Za-z0-9_-]{1,100}){0,8}(\\?[A-Za-z0-9=&%._~-]{0,200})?");
    }
}
