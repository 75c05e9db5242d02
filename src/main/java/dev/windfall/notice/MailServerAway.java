package dev.windfall.notice;

import org.springframework.mail.MailException;

/// No mail gets out for now, whichever it is.
final class MailServerAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    MailServerAway(MailException cause) {
        super(cause);
    }
}
