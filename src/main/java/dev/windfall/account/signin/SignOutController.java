package dev.windfall.account.signin;

import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.session.CookieSecurityContextRepository;
import dev.windfall.account.session.SessionAuthentication;
import dev.windfall.account.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class SignOutController {

    private static final String SIGNED_OUT = "redirect:/login?signed-out";

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final CookieSecurityContextRepository contexts;

    SignOutController(AccountRepository accounts, Sessions sessions, CookieSecurityContextRepository contexts) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @PostMapping("/logout")
    String signOut(@Nullable Principal signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (signedIn instanceof SessionAuthentication authentication) {
            sessions.end(authentication.session());
        }
        clear(request, response);
        return SIGNED_OUT;
    }

    /// Ends all sign-ins of the account. Who is signed out already, and this node has not heard of it yet, ends
    /// nothing.
    @PostMapping("/account/sign-outs")
    String signOutEverywhere(
            SessionAuthentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var session = authentication.session();
        var end = accounts.endSignIns(AccountKey.of(session.owner().account()), session.generation());
        end.ifPresent(sessions::learn);
        clear(request, response);
        return end.isPresent() ? SIGNED_OUT : "redirect:/login";
    }

    private void clear(HttpServletRequest request, HttpServletResponse response) {
        contexts.clear(request, response);
        // or else the browser's back button shows the next one at this device what the last one saw
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }
}
