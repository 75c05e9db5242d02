package dev.windfall.account.signin;

import dev.windfall.account.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StartPageController {

    /// Who is not signed in is asked to on the way.
    @GetMapping("/")
    String start(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return "redirect:" + (signedIn == null ? "/prizes" : StartPage.of(signedIn));
    }
}
