package dev.windfall.account.signin;

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

    private final Sessions sessions;
    private final CookieSecurityContextRepository contexts;

    SignOutController(Sessions sessions, CookieSecurityContextRepository contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @PostMapping("/logout")
    String signOut(@Nullable Principal signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (signedIn instanceof SessionAuthentication authentication) {
            sessions.end(authentication.session());
        }
        contexts.clear(request, response);
        // or else the browser's back button shows the next one at this device what the last one saw
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/login?signed-out";
    }
}
