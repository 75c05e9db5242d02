package dev.windfall.account.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/// Keeps pages out of shared caches, public ones too, for even these say in their head who is signed in. A browser may
/// keep its own copy, if it asks each time whether that still holds. Whoever sets the header before has it better.
final class PrivateCaching implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL) && !Area.ASSETS.matches(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }
}
