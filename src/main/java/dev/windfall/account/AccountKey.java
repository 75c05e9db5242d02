package dev.windfall.account;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which account among all: a subscriber's number or a staff member's user name.
public sealed interface AccountKey {

    /// The longest name that anybody can sign in with, in characters.
    int MAX_LENGTH = 40;

    /// As it stands in cookies and tables: `subscriber:42`, `staff:admin`.
    String value();

    /// What one signs in with: `42`, `admin`.
    String name();

    /// @param number from 1
    record Subscriber(int number) implements AccountKey {
        public Subscriber {
            if (number < 1) {
                throw new IllegalArgumentException("subscribers are numbered from 1, not " + number);
            }
        }

        @Override
        public String value() {
            return "subscriber:" + number;
        }

        @Override
        public String name() {
            return Integer.toString(number);
        }
    }

    /// @param username lower case, as the table `staff` demands
    record Staff(String username) implements AccountKey {
        private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{0,39}");

        public Staff {
            if (!USERNAME.matcher(username).matches()) {
                throw new IllegalArgumentException("not a user name of staff");
            }
        }

        @Override
        public String value() {
            return "staff:" + username;
        }

        @Override
        public String name() {
            return username;
        }
    }

    /// The account that a name typed into a form may mean: all digits are a subscriber's number. Empty for names that
    /// no account can have.
    static Optional<AccountKey> typed(String name) {
        try {
            return Optional.of(isNumber(name) ? new Subscriber(Integer.parseInt(name)) : new Staff(name));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /// The inverse of [#value()].
    static AccountKey of(String value) {
        var name = value.substring(value.indexOf(':') + 1);
        return typed(name)
                .filter(key -> key.value().equals(value))
                .orElseThrow(() -> new IllegalArgumentException("not the key of an account"));
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
