package dev.windfall.account.access;

import jakarta.servlet.http.HttpServletRequest;

/// The request by which a mail program ends the mail for its reader. RFC 8058 has its few words come in the form in
/// which files come, too.
final class Unsubscription {

    private static final int MAX_BYTES = 4096;

    private Unsubscription() {}

    static boolean isOne(HttpServletRequest request) {
        int length = request.getContentLength();
        return length >= 0 && length <= MAX_BYTES && Area.UNSUBSCRIBE.matches(request);
    }
}
