package dev.windfall.account;

import java.io.Serializable;

/// Who is signed in, as the signed cookie says it: all that a page needs, so that no page asks the database who it is.
public sealed interface SignedIn extends Serializable {

    /// The name to greet with.
    String name();

    /// The key of the account among all accounts: `subscriber:42`, `staff:admin`.
    String account();

    /// @param number the subscriber's number, from 1
    record Subscriber(int number, String name, SubscriptionTerm term) implements SignedIn {
        @Override
        public String account() {
            return "subscriber:" + number;
        }
    }

    record Staff(String username, String name) implements SignedIn {
        @Override
        public String account() {
            return "staff:" + username;
        }
    }
}
