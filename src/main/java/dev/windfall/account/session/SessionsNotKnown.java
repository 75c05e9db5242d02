package dev.windfall.account.session;

/// The node has not reached the database since it started, so it can neither sign nor verify a cookie.
public final class SessionsNotKnown extends RuntimeException {

    private static final long serialVersionUID = 1;

    SessionsNotKnown() {
        super("no signing key is known yet");
    }
}
