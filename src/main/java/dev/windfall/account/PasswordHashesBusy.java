package dev.windfall.account;

/// More passwords wait to be hashed than can be in a reasonable time.
public final class PasswordHashesBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    PasswordHashesBusy() {
        super("too many passwords wait to be hashed");
    }
}
