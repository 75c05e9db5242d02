package dev.windfall.account.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.StringUtils;

/// A request in the form in which files come.
final class Upload {

    /// RFC 8058 has mail programs end the mail in this form too, with a few words.
    private static final int MAX_UNSUBSCRIPTION_BYTES = 4096;

    private Upload() {}

    static boolean isOne(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/") && !isUnsubscription(request);
    }

    private static boolean isUnsubscription(HttpServletRequest request) {
        int length = request.getContentLength();
        return length >= 0 && length <= MAX_UNSUBSCRIPTION_BYTES && Area.UNSUBSCRIBE.matches(request);
    }
}
