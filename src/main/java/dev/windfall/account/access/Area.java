package dev.windfall.account.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The parts of the application, by who may enter. What is in none of them does not exist.
final class Area {

    /// Files that are the same for all.
    static final RequestMatcher ASSETS = paths("/assets/**", "/webjars/**");

    /// Pages for all, and what the operator's tools ask.
    static final RequestMatcher PUBLIC = paths(
            "/",
            "/draws/**",
            "/api/v1/draws/**",
            "/error",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/actuator/info",
            "/actuator/prometheus");

    /// Where one signs in and out.
    static final RequestMatcher SIGN_IN = paths("/login", "/logout");

    /// Where a visitor chooses his language. That takes no form token: all that a forged choice does is to show the
    /// pages in another one.
    static final RequestMatcher LANGUAGE = paths("/language");

    /// Where carriers tell what happens to parcels: each request is signed, and none comes from a form.
    static final RequestMatcher CARRIERS = paths("/api/v1/carriers/*/updates");

    /// Where mail programs end the mail for their readers, who are known by the key in the address.
    static final RequestMatcher UNSUBSCRIBE = paths("/unsubscribe/*");

    static final RequestMatcher SUBSCRIBERS = paths("/prizes/**", "/api/v1/prizes/**");

    static final RequestMatcher STAFF = paths("/admin/**");

    /// For subscribers and staff.
    static final RequestMatcher ACCOUNT = paths("/account/**");

    /// The parts that one has to be signed in for.
    static final RequestMatcher PERSONAL = new OrRequestMatcher(SUBSCRIBERS, STAFF, ACCOUNT);

    /// What is for programs rather than for people.
    static final RequestMatcher API = paths("/api/**");

    private Area() {}

    private static RequestMatcher paths(String... patterns) {
        List<RequestMatcher> matchers = Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
        return new OrRequestMatcher(matchers);
    }
}
