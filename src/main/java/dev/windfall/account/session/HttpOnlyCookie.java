package dev.windfall.account.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// A cookie that no script can read and no other site's form is sent with.
///
/// Behind TLS its name gets the prefix `__Host-`, under which browsers take it from this very host over TLS only.
///
/// @param name without the prefix
public record HttpOnlyCookie(String name) {

    /// Says who is signed in.
    public static final HttpOnlyCookie SESSION = new HttpOnlyCookie("windfall-session");

    /// Says who has signed in from the device before.
    public static final HttpOnlyCookie DEVICE = new HttpOnlyCookie("windfall-device");

    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, nameFor(request)))
                .map(Cookie::getValue);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(nameFor(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public void delete(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private String nameFor(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
